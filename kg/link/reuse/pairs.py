"""Decides of two documents whether one holds the words of the other, and in what way.

Decisions rest on the two documents alone, so the order in which documents come in changes
nothing.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from kg.link.reuse.alignment import Aligned, in_translation, word_for_word
from kg.link.reuse.pages import Page
from kg.link.vectors import cosines, mean
from kg.model import AttributionId, CopyKind, DocumentId, earlier

# Share of the copying document that must be the other's words for the whole to count as a copy.
# On the stories of seeds/stories: reprints .73 to 1, excerpts up to .52.
_WHOLE = 0.6
# Fewer words in common than this are a stock phrase or a common quotation.
_FEWEST_WORDS = 24
_FEWEST_PASSAGES = 2
_ONE_LONG_PASSAGE = 20
# Share of the shorter document's sentences that must pair in order for a translation. Two
# reporters on one event stay under .35.
_TRANSLATED = 0.6
_FEWEST_TRANSLATED = 4
# Hashes that stand in more documents than this tell nothing of copying.
_COMMON = 200
_FEWEST_PRINTS = 8
_ALIKE = 0.55
_BLOCK = 2048


@dataclass(frozen=True, slots=True)
class Reuse:
    """That two documents hold the same passages.

    Attributes:
        kind: How.
        one: The document that comes first in the order of ids.
        other: The other one.
        pairs: Passages of ``one`` and ``other`` laid side by side.
        share: How much of the copying document they are, 0 to 1; of the shorter one where
            nobody can tell which copied.
        rows: Attributions of ``one`` and ``other`` that stand in these passages and say the same.
    """

    kind: CopyKind
    one: DocumentId
    other: DocumentId
    pairs: tuple[Aligned, ...]
    share: float
    rows: tuple[tuple[AttributionId, AttributionId], ...] = ()


def reuse(one: Page, other: Page) -> Reuse | None:
    """How ``one`` and ``other`` share passages; None if they do not.

    Takes time linear in the words of the two, and quadratic in the sentences where the
    languages differ.
    """
    if other.document < one.document:
        one, other = other, one
    if one.lang != other.lang:
        return _translation(one, other)
    pairs = word_for_word(one.passages, other.passages)
    words = sum(_own_words(one, other, pair) for pair in pairs)
    share = min(1.0, words / max(1, min(page.length for page in _copiers(one, other))))
    if _is_revision(one, other) and pairs:
        kind = CopyKind.REVISION
    elif not _is_enough(one, pairs, words):
        return None
    elif share >= _WHOLE:
        kind = CopyKind.CREDITED if _same_credit(one, other) else CopyKind.REPRINT
    else:
        kind = CopyKind.CREDITED if _same_credit(one, other) else CopyKind.EXCERPT
    return Reuse(kind, one.document, other.document, tuple(pairs), round(share, 4))


def _translation(one: Page, other: Page) -> Reuse | None:
    pairs = in_translation(one.vectors, other.vectors)
    fewest = min(len(one.passages), len(other.passages))
    share = len(pairs) / max(1, fewest)
    if len(pairs) < _FEWEST_TRANSLATED or share < _TRANSLATED:
        return None
    ids = one.document, other.document
    return Reuse(CopyKind.TRANSLATION, *ids, tuple(pairs), round(share, 4))


def _own_words(one: Page, other: Page, pair: Aligned) -> int:
    """Words of a pair that stand outside quotation marks."""
    return min(one.passages[pair.one].own, other.passages[pair.other].own)


def _copiers(one: Page, other: Page) -> tuple[Page, ...]:
    """Who may have copied: the later document, either of them where nobody can tell."""
    first = earlier(one.published, other.published)
    return (one, other) if first is None else (other,) if first else (one,)


def _is_enough(one: Page, pairs: Sequence[Aligned], words: int) -> bool:
    said = [one.passages[pair.one] for pair in pairs]
    told = [p for p in said if not p.is_quotation]
    long = any(p.own >= _ONE_LONG_PASSAGE for p in told)
    return words >= _FEWEST_WORDS and (len(told) >= _FEWEST_PASSAGES or long)


def _is_revision(one: Page, other: Page) -> bool:
    return bool(one.url) and one.url == other.url and one.publisher == other.publisher


def _same_credit(one: Page, other: Page) -> bool:
    """Whether one agency answers for both, by credit line or as the publisher."""
    credited = {page.credited_to for page in (one, other)}
    return credited != {None} and one.voice == other.voice


def candidates(
    pages: Mapping[DocumentId, Page], fresh: Iterable[DocumentId]
) -> Iterator[tuple[DocumentId, DocumentId]]:
    """The pairs worth laying side by side that have one of ``fresh``, each once.

    Documents of one language that share word sequences, documents of two whose middles are
    near each other, and versions of one address. Linear in the sequences, and in the product
    of fresh and held documents (one multiplication of matrices).
    """
    wanted = set(fresh)
    found = {*_by_prints(pages, wanted), *_by_address(pages, wanted), *_by_middle(pages, wanted)}
    yield from sorted(found)


def _by_prints(
    pages: Mapping[DocumentId, Page], fresh: set[DocumentId]
) -> Iterator[tuple[DocumentId, DocumentId]]:
    holding: dict[int, list[DocumentId]] = defaultdict(list)
    for id_, page in pages.items():
        for mark in page.prints:
            holding[mark].append(id_)
    shared: Counter[tuple[DocumentId, DocumentId]] = Counter()
    for id_ in sorted(fresh):
        for mark in pages[id_].prints:
            others = holding[mark]
            if len(others) <= _COMMON:
                # Of two new documents the earlier one in order counts what they share.
                new = {other for other in others if other in fresh and other <= id_}
                shared.update(_pair(id_, other) for other in others if other not in new)
    yield from (pair for pair, count in shared.items() if count >= _FEWEST_PRINTS)


def _by_address(
    pages: Mapping[DocumentId, Page], fresh: set[DocumentId]
) -> Iterator[tuple[DocumentId, DocumentId]]:
    at: dict[str, list[DocumentId]] = defaultdict(list)
    for id_, page in pages.items():
        if page.url:
            at[page.url].append(id_)
    for ids in at.values():
        for id_ in fresh.intersection(ids):
            yield from (_pair(id_, other) for other in ids if other != id_)


def _by_middle(
    pages: Mapping[DocumentId, Page], fresh: set[DocumentId]
) -> Iterator[tuple[DocumentId, DocumentId]]:
    held = [id_ for id_, page in pages.items() if len(page.passages) >= _FEWEST_TRANSLATED]
    new = [id_ for id_ in held if id_ in fresh]
    if not new:
        return
    middle = {id_: mean(pages[id_].vectors) for id_ in held}
    everybody = np.stack([middle[id_] for id_ in held])
    for start in range(0, len(new), _BLOCK):
        block = new[start : start + _BLOCK]
        alike = cosines(np.stack([middle[id_] for id_ in block]), everybody)
        for row, column in zip(*np.nonzero(alike >= _ALIKE), strict=True):
            one, other = block[int(row)], held[int(column)]
            if pages[one].lang != pages[other].lang:
                yield _pair(one, other)


def _pair(one: DocumentId, other: DocumentId) -> tuple[DocumentId, DocumentId]:
    return (one, other) if one < other else (other, one)
