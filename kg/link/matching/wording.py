"""Whether two contents differ in nothing but what reported speech changes: articles and tense.

"Has filed for bankruptcy" becomes "had filed" in the next paper. All other words count, in
their order, small ones too: "before" and "after" make contraries of two equal sentences.
"""

from kg.link.contents import plain_words, stem
from kg.link.matching.contents import Content
from kg.link.matching.tokens import table


def is_same_wording(one: Content, other: Content) -> bool:
    """Whether ``one`` and ``other`` are the same words of one language but for light ones."""
    return one.lang == other.lang and _bare(one) == _bare(other)


def _bare(content: Content) -> tuple[str, ...]:
    light = set(table()["light"].get(content.lang, "").split())
    words = plain_words(content.text, content.lang)
    return tuple(stem(word, content.lang) for word in words if word not in light)
