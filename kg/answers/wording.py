"""What the words of two texts can differ in while both say the same claim: hedges, numbers.

A hedge ("possibly", « peut-être », "may") leaves room for its being otherwise; losing one on the
way is how a guess becomes a fact. Numbers are compared by value, so that "6,700" and « 6 700 »
are one, and "three" is 3. Dates and hours are no numbers here.
"""

import re
from functools import cache
from importlib.resources import files
from tomllib import loads

from kg.link.gazetteer import gazetteer
from kg.link.matching.tokens import Kind, table, tokens

# In what somebody said these only move the tense ("the board said it would meet"), or tell what
# is within reach ("the track could carry forty trains").
_NO_HEDGES = frozenset({"will", "shall", "would", "should", "could"})


def hedges(text: str, lang: str) -> tuple[str, ...]:
    """The hedging words of ``text`` in lower case, each once, in their order.

    >>> hedges("The depot may have burned, possibly on Friday.", "en")
    ('may', 'possibly')
    """
    known = _hedging(lang)
    found = known.finditer(text.lower()) if known else ()
    return tuple(dict.fromkeys(match.group() for match in found))


def numbers(text: str, lang: str) -> tuple[str, ...]:
    """The values of the numbers in ``text``, as plain digits, each once, in their order.

    >>> numbers("Three plants make 4,000 shells a day.", "en")
    ('3', '4000')
    """
    found = (t for t in tokens(text, lang, gazetteer()) if t.kind is Kind.NUMBER)
    return tuple(dict.fromkeys(f"{token.value:.15g}" for token in found))


@cache
def _hedging(lang: str) -> re.Pattern[str] | None:
    """Any hedge of the language, longest first; None where no list of it ships.

    The list is the extractor's own; it is read from its file, because the extractor itself
    would load the parser.
    """
    file = files("kg") / "extract" / "lexicons" / f"{lang}.toml"
    listed = loads(file.read_text(encoding="utf-8"))["words"]["hedges"] if file.is_file() else []
    modal = set(table()["modals"].get(lang, "").split()) - _NO_HEDGES
    words = sorted({*listed, *modal}, key=lambda word: (-len(word), word))
    if not words:
        return None
    return re.compile(rf"\b(?:{'|'.join(re.escape(word) for word in words)})\b")
