"""What a reading says, one statement a claim: the words that are compared across documents."""

from collections.abc import Iterator
from dataclasses import dataclass

from kg.link.contents import plain_words
from kg.model import Attribution, ClaimId, DocumentId, Reading

_OPENING = {
    "en": frozenset(["he", "she", "it", "they", "we", "i", "its", "his", "her", "their", "our"]),
    "fr": frozenset(
        ["il", "elle", "ils", "elles", "nous", "je", "on", "avoir", "être", "ne", "n", "de", "d"]
    ),
}
_INFINITIVE = {"en": frozenset({"having", "to", "being"}), "fr": frozenset({"avoir", "être"})}
_FEWEST_WORDS = 3


@dataclass(frozen=True, slots=True)
class Statement:
    """A claim as one document words it.

    Attributes:
        claim: Which claim.
        text: The words, with whoever "he" or "it" at their head stands for put before them.
        lang: Their language.
        document: Where they stand.
        place: Offset of the content, code points.
        attributed: Whether the document gives a source for it.
    """

    claim: ClaimId
    text: str
    lang: str
    document: DocumentId
    place: int
    attributed: bool


def statements(reading: Reading) -> tuple[Statement, ...]:
    """The statements of ``reading``, one a claim, in text order; linear in its contents."""
    found: dict[ClaimId, Statement] = {}
    for statement in _all(reading):
        before = found.get(statement.claim)
        if before is None or (statement.attributed and not before.attributed):
            found[statement.claim] = statement
    return tuple(sorted(found.values(), key=lambda s: (s.place, s.claim)))


def _all(reading: Reading) -> Iterator[Statement]:
    by_id = {a.id: a for a in reading.attributions}
    document = reading.document
    for conveyance in reading.conveyances:
        attribution = by_id[conveyance.attribution]
        own = attribution.is_own_voice
        if own and conveyance.restates:
            continue
        text = explicit(reading, attribution)
        if len(plain_words(text, document.lang)) >= _FEWEST_WORDS:
            place = attribution.content[0].start
            yield Statement(
                conveyance.claim, text, document.lang, document.id, place, attributed=not own
            )


def explicit(reading: Reading, attribution: Attribution) -> str:
    """The words of a content, its source put before them where they begin with "he" or "it".

    "Calder Ferries denies that *it* has gone bankrupt" and "dément *avoir* fait faillite" are
    about Calder Ferries; nobody else is meant by what the content begins with.
    """
    document = reading.document
    text = " ".join(" ".join(s.of(document.text) for s in attribution.content).split())
    name = attribution.source.name
    words = plain_words(text, document.lang)
    opens = words[:1] and words[0] in _OPENING.get(document.lang, frozenset())
    if name and opens and name.lower() not in text.lower():
        return f"{name} {text}"
    return text
