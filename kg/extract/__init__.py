"""Reads attributions out of texts: who is said to have said what, on which words."""

from kg.extract.lexicon import LANGUAGES
from kg.extract.merge import EXTRACTOR
from kg.extract.reader import read
from kg.model import Attribution, Document

__all__ = ["DefaultExtractor"]


class DefaultExtractor:
    """Reads attributions by rules: surface patterns, a cue lexicon and a parse.

    Attributes:
        name: Name and version, as stored with every attribution.
        languages: ISO 639-1 codes of the languages it reads.
    """

    name = EXTRACTOR
    languages = frozenset(LANGUAGES)

    def extract(self, document: Document) -> tuple[Attribution, ...]:
        """The attributions of ``document``, in text order, outer before inner.

        Never raises for anything a text can hold. Takes time linear in the text.

        Raises:
            UnknownLanguage: The language is none of `languages`.
        """
        return read(document)
