"""Text reuse: which documents hold the words of others, passage by passage."""

from kg.link.reuse.alignment import Aligned, in_translation, word_for_word
from kg.link.reuse.groups import copy_groups
from kg.link.reuse.pages import Page, page
from kg.link.reuse.pairs import Reuse, candidates, reuse

__all__ = [
    "Aligned",
    "Page",
    "Reuse",
    "candidates",
    "copy_groups",
    "in_translation",
    "page",
    "reuse",
    "word_for_word",
]
