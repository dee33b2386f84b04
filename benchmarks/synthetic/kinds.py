"""What can happen: kinds of event, each worded in several ways in English and in French.

Every wording of one kind tells the same: who, how many, where and when. French wordings use no
participle that would have to agree with a noun that is drawn.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from synthetic.grammar import Words, synonyms

Patterns = Mapping[str, tuple[str, ...]]
"""By language, patterns of `synthetic.grammar`."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of event.

    Attributes:
        fewest: The smallest number that it is told with.
        most: The largest.
        things: What is counted; plural nouns without article.
        causes: What else belongs to it: a reason, a water, a ship; noun phrases.
        told: Wordings of what happened.
        denied: Wordings of its not having happened.
        heads: Headlines, which tell neither date nor every circumstance.
    """

    fewest: int
    most: int
    things: tuple[Words, ...]
    causes: tuple[Words, ...]
    told: Patterns
    denied: Patterns
    heads: Patterns


NOTHING = (synonyms("", ""),)
"""For kinds that name no cause."""
