"""Reads attributions out of texts: who is said to have said what, on which words."""

from kg.extract import labeller
from kg.extract.lexicon import LANGUAGES
from kg.extract.reader import read
from kg.extract.syntax import is_ours, pipeline_of
from kg.model import Attribution, Document

__all__ = ["DefaultExtractor", "RulesExtractor"]


class RulesExtractor:
    """Reads attributions by rules alone: surface patterns, a cue lexicon and a parse.

    Attributes:
        name: Name and version, as stored with every attribution.
        languages: ISO 639-1 codes of the languages it reads.
    """

    name = "sourcetrace-rules/0.2"
    languages = frozenset(LANGUAGES)

    def extract(self, document: Document) -> tuple[Attribution, ...]:
        """The attributions of ``document``, in text order, outer before inner.

        Never raises for anything a text can hold. Takes time linear in the text.

        Raises:
            UnknownLanguage: The language is none of `languages`.
        """
        return read(document, _with_parser(self.name, document.lang))


class DefaultExtractor:
    """Reads attributions by rules and by a learned layer that completes and weighs them.

    Attributes:
        name: Name and version, as stored with every attribution.
        languages: ISO 639-1 codes of the languages it reads.
    """

    name = f"sourcetrace/0.2 labeller/{labeller.VERSION}"
    languages = frozenset(LANGUAGES)

    def extract(self, document: Document) -> tuple[Attribution, ...]:
        """The attributions of ``document``, in text order, outer before inner.

        Never raises for anything a text can hold. Takes time linear in the text.

        Raises:
            UnknownLanguage: The language is none of `languages`.
        """
        return read(document, _with_parser(self.name, document.lang), labeller.weigh)


def _with_parser(name: str, lang: str) -> str:
    """``name``, and the parser if it is not the one that the extractor was made with."""
    return name if is_ours(lang) else f"{name} {pipeline_of(lang)}"
