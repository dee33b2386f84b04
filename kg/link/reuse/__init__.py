"""Text reuse: which documents hold the words of others, passage by passage."""

from kg.link.reuse.alignment import Aligned, in_translation, word_for_word
from kg.link.reuse.groups import copy_groups, with_rows
from kg.link.reuse.pages import Page, page, page_of
from kg.link.reuse.pairs import Reuse, candidates, reuse
from kg.link.reuse.passages import Passage

__all__ = [
    "Aligned",
    "Page",
    "Passage",
    "Reuse",
    "candidates",
    "copy_groups",
    "in_translation",
    "page",
    "page_of",
    "reuse",
    "with_rows",
    "word_for_word",
]
