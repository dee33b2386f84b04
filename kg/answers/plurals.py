"""Plural but single: a text that cites "sources" and then turns out to have one.

"Never cite sources in the plural when we have only one" (Reuters handbook). The slip shows
itself where a text says "banking sources say" and goes on with "the source added", although no
single source was brought in between. Two mentions and their places are all that is claimed: the
reporter may have had several sources, of whom one added something.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from kg.answers.evidence import Json, about, standing
from kg.model import Attribution, Document, Reading, SourceKind

PLURAL_BUT_SINGLE = "plural-but-single"

_NOUNS = {
    "en": {
        "source": "sources",
        "person": "people",
        **{
            noun: f"{noun}s"
            for noun in (
                *("adviser", "advisor", "aide", "banker", "diplomat", "executive", "insider"),
                *("investigator", "lawyer", "negotiator", "officer", "official", "trader"),
            )
        },
    },
    "fr": {
        noun: f"{noun}s"
        for noun in (
            *("avocat", "banquier", "cadre", "conseiller", "diplomate", "dirigeant", "enquêteur"),
            *("fonctionnaire", "négociateur", "officiel", "officier", "personne", "proche"),
            *("responsable", "source"),
        )
    },
}
"""Whom texts cite without a name: singular and plural."""

_DEFINITE = {
    "en": re.compile(r"(?:the|this|that)\b", re.IGNORECASE),
    "fr": re.compile(r"(?:(?:la|le|cette|cet|ce)\b|l['’])", re.IGNORECASE),
}
_NAMELESS = frozenset({SourceKind.UNNAMED, SourceKind.PERSON})


@dataclass(frozen=True, slots=True)
class _Mention:
    """How one attribution words a source without a name.

    Attributes:
        attribution: Whose source.
        start: Where the words begin.
        noun: The noun they turn on, in the singular; None if it is none that we know.
        plural: Whether it stands in the plural.
        definite: Whether it is in the singular and speaks of one that is known already.
    """

    attribution: Attribution
    start: int
    noun: str | None
    plural: bool
    definite: bool


def plurals(readings: Iterable[Reading]) -> list[Json]:
    """The findings, in the order of documents and texts. Linear in the texts.

    Each has ``plural`` and ``single``, the words of the two mentions, and the evidence of both.
    """
    return [
        _finding(reading.document, plural, single)
        for reading in readings
        for plural, single in _slips(reading)
    ]


def _slips(reading: Reading) -> Iterator[tuple[Attribution, Attribution]]:
    document = reading.document
    mentions = [
        _mention(attribution, document)
        for attribution in reading.attributions
        if attribution.source.kind in _NAMELESS
        and attribution.source.spans
        and attribution.source.name is None
    ]
    mentions.sort(key=lambda mention: mention.start)
    for at, single in enumerate(mentions):
        if single.definite and not _introduced(single, document):
            before = mentions[:at]
            plural = next((m for m in reversed(before) if m.plural and m.noun == single.noun), None)
            if plural and not _somebody_else(single, plural, before):
                yield plural.attribution, single.attribution


def _mention(attribution: Attribution, document: Document) -> _Mention:
    spans = attribution.source.spans
    words = document.quotes(spans)
    forms = _forms(document.lang)
    match = _any_noun(document.lang).search(words) if forms else None
    noun, plural = forms[match.group().lower()] if match else (None, False)
    opens = _DEFINITE.get(document.lang)
    definite = noun is not None and not plural and bool(opens and opens.match(words))
    return _Mention(attribution, spans[0].start, noun, plural, definite)


def _introduced(single: _Mention, document: Document) -> bool:
    """Whether the text has spoken of one before: "a source", "one source", "l'autre source"."""
    # "A source of income" is another matter.
    alone = re.compile(rf"\b{single.noun}\b(?!\s+(?:of\b|de\b|d['’]))", re.IGNORECASE)
    return alone.search(document.text, 0, single.start) is not None


def _somebody_else(single: _Mention, plural: _Mention, before: Sequence[_Mention]) -> bool:
    """Whether the single one is known to be the same as some other mention."""
    source = single.attribution.source.id
    same = [m for m in before if source is not None and m.attribution.source.id == source]
    return bool(same) and all(m.attribution.source.id != plural.attribution.source.id for m in same)


@cache
def _forms(lang: str) -> dict[str, tuple[str, bool]]:
    """Each form with its singular and whether it is a plural."""
    nouns = _NOUNS.get(lang, {})
    return {one: (one, False) for one in nouns} | {many: (o, True) for o, many in nouns.items()}


@cache
def _any_noun(lang: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(sorted(_forms(lang)))})\b", re.IGNORECASE)


def _finding(document: Document, plural: Attribution, single: Attribution) -> Json:
    return about(document) | {
        "type": PLURAL_BUT_SINGLE,
        "plural": document.quotes(plural.source.spans),
        "single": document.quotes(single.source.spans),
        "source": plural.source.id,
        "evidence": [*standing(plural, document), *standing(single, document)],
    }
