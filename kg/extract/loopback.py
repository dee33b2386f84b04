"""Reads as the default extractor does, by way of the written normal form.

Everything goes through JSON and back, the document before it is read and the attributions
after. If these come out as they went in, then a third party's extractor that is reached by
nothing but the entry point and the normal form loses nothing. After the loopback backend of
networkx, which proves its own way of handing graphs to others.
"""

import json
from dataclasses import replace

from kg import plugins
from kg.model import Attribution, Document, from_normal_form, to_normal_form


class LoopbackExtractor:
    """Gives the attributions of the default extractor under a name of its own.

    Attributes:
        name: Name and version, as stored with every attribution.
        languages: ISO 639-1 codes of the languages it reads: those of the default extractor.
    """

    name = "sourcetrace-loopback/0.1"

    def __init__(self) -> None:
        self._default: plugins.Extractor = plugins.find("extractor", "default")()
        self.languages = self._default.languages

    def extract(self, document: Document) -> tuple[Attribution, ...]:
        """The attributions of ``document``, in text order, outer before inner.

        Raises:
            UnknownLanguage: The language is none of `languages`.
        """
        sent, _ = _there_and_back(document, ())
        _, found = _there_and_back(document, self._default.extract(sent))
        return tuple(replace(attribution, extractor=self.name) for attribution in found)


def _there_and_back(
    document: Document, attributions: tuple[Attribution, ...]
) -> tuple[Document, tuple[Attribution, ...]]:
    # Escaped, two halves of a surrogate pair that stand apart would come back as one character.
    written = json.dumps(to_normal_form(document, attributions), ensure_ascii=False)
    record = json.loads(written)
    facts = {field: record[field] for field in ("doc_id", "text", "lang")}
    return replace(document, **facts), from_normal_form(record, document)
