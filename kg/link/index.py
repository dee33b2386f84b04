"""Finds known names by their words: whole, or as the longest ones inside a phrase.

Every wording is filed under its folded words (`kg.link.wording.key`), so a look-up costs one
dictionary access for each length a name can have. What the dictionary cannot tell is judged
from the text around: acronyms need their capitals, "Le Monde" its article, and a surname
behind an unknown given name ("Melania Trump") names somebody else.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from kg.link.registry import Listing, Wording
from kg.link.wording import ARTICLES, Word, has_article, key, words
from kg.model import Agent, SourceId, SourceKind, Span

_RANK = ("name", "alias", "metonym")
_ACRONYM = 5
_HINGES = frozenset({" ", "\u00a0", "-", "\u2011"})


@dataclass(frozen=True, slots=True)
class Entry:
    """One way to name one agent.

    Attributes:
        agent: Who is named.
        how: ``"name"``, ``"alias"`` or ``"metonym"``.
        weak: A common word or a homonym ("Post", "Le Monde", "Times"): to be believed only
            beside a cue, or where country or domain single it out.
    """

    agent: Agent
    how: str
    weak: bool


@dataclass(frozen=True, slots=True)
class Match:
    """A known name inside a longer phrase.

    Attributes:
        span: Where it stands, with its article; code points of the phrase that was searched.
        entries: Whom it may name, best first; never empty.
    """

    span: Span
    entries: tuple[Entry, ...]

    @property
    def entry(self) -> Entry:
        """The best reading."""
        return self.entries[0]


@dataclass(frozen=True, slots=True)
class _Filed:
    entry: Entry
    wording: Wording
    order: int

    def serves(self, lang: str) -> bool:
        own = self.wording.lang
        if own is None or own == lang:
            return True
        return own == "en" and all(named != lang for named, _ in self.entry.agent.names)

    def rank(self) -> tuple[bool, int, int]:
        return (self.entry.weak, _RANK.index(self.entry.how), self.order)

    def adds_to(self, other: "_Filed") -> bool:
        """Whether this says anything that ``other``, under the same key, does not."""
        return (
            self.entry.agent.id != other.entry.agent.id
            or self.wording.lang != other.wording.lang
            or has_article(self.wording.text) != has_article(other.wording.text)
        )


class NameIndex:
    """All wordings of the known agents."""

    def __init__(self, listings: Iterable[Listing]) -> None:
        """File every wording of ``listings``; earlier agents rank first among equals."""
        self._filed: dict[str, list[_Filed]] = defaultdict(list)
        for order, listing in enumerate(listings):
            for wording in listing.wordings:
                entry = Entry(listing.agent, wording.how, wording.weak)
                self._file(_Filed(entry, wording, order))
        self._lengths = _lengths_by_first_word(self._filed)

    def entries(
        self, found: Sequence[Word], lang: str, country: SourceId | None = None
    ) -> tuple[Entry, ...]:
        """Whom these words, all of them, may name; best first."""
        bare = _without_articles(found)
        filed = self._filed.get(" ".join(word.folded for word in bare), ())
        fitting = [f for f in filed if f.serves(lang) and _fits(f, found, bare)]
        fitting.sort(key=_Filed.rank)
        if country:
            fitting.sort(key=lambda f: f.entry.agent.country != country)
        first: dict[SourceId, Entry] = {}
        for f in fitting:
            first.setdefault(f.entry.agent.id, f.entry)
        return tuple(first.values())

    def matches(self, text: str, lang: str) -> Iterator[Match]:
        """The known names inside ``text``: longest first come, none overlapping, in order."""
        found = words(text)
        at = 0
        matched_to = -1
        while at < len(found):
            end, entries = self.longest_from(found, at, lang)
            if entries and matched_to != at:
                entries = _believable(found[:at], _without_articles(found[at:end]), text, entries)
            if entries:
                yield Match(_span(found[at:end], text), entries)
                matched_to = end
            at = max(end, at + 1)

    def longest_from(
        self, found: Sequence[Word], start: int, lang: str
    ) -> tuple[int, tuple[Entry, ...]]:
        """End and readings of the longest name that begins at ``start``; none: ``start``, ()."""
        first = start
        while first < len(found) - 1 and found[first].folded in ARTICLES:
            first += 1
        if not found[first].is_capital:
            return start, ()
        for length in self._lengths.get(found[first].folded, ()):
            end = first + length
            if end <= len(found):
                entries = self.entries(found[start:end], lang)
                if entries:
                    return end, entries
        return start, ()

    def _file(self, filed: _Filed) -> None:
        name = key(filed.wording.text)
        if not any(character.isalpha() for character in name):
            return  # "1+1" cannot be told from a score
        others = self._filed[name]
        if all(filed.adds_to(other) for other in others):
            others.append(filed)


def _lengths_by_first_word(keys: Iterable[str]) -> dict[str, tuple[int, ...]]:
    """How many words the names that begin with a word have, longest first."""
    lengths: dict[str, set[int]] = defaultdict(set)
    for name in keys:
        lengths[name.partition(" ")[0]].add(name.count(" ") + 1)
    return {first: tuple(sorted(of_first, reverse=True)) for first, of_first in lengths.items()}


def _without_articles(found: Sequence[Word]) -> Sequence[Word]:
    start = 0
    while start < len(found) - 1 and found[start].folded in ARTICLES:
        start += 1
    return found[start:]


def _fits(filed: _Filed, found: Sequence[Word], bare: Sequence[Word]) -> bool:
    """Whether the text writes the name as it must be written to be that name."""
    name, kind = filed.wording.text, filed.entry.agent.kind
    if _is_acronym(name) and any(word.raw != word.raw.upper() for word in bare):
        return False
    if kind is SourceKind.OUTLET and not _as_capital(words(name), bare):
        return False
    has_its_own = has_article(name)
    if found[0].folded == "the" and len(found) > len(bare) and not has_its_own:
        return not _is_modified(filed.entry)
    needs_article = filed.wording.weak and len(bare) == 1 and has_its_own
    return not needs_article or len(found) > 1


def _as_capital(name: Sequence[Word], bare: Sequence[Word]) -> bool:
    """Whether words that a title capitalises are capitals: "This day" is no newspaper."""
    title = _without_articles(name)
    return all(
        word.is_capital or not own.is_capital for own, word in zip(title, bare, strict=False)
    )


def _is_acronym(name: str) -> bool:
    letters = "".join(word.raw for word in words(name))
    return len(letters) <= _ACRONYM and letters.isupper() and letters.isascii()


def _believable(
    before: Sequence[Word], name: Sequence[Word], text: str, entries: tuple[Entry, ...]
) -> tuple[Entry, ...]:
    """``entries`` without those that the word before the name rules out.

    "Melania Trump" is not Donald Trump, "George Washington" and "Northern Ireland" are no
    states, "the Biden plan" does not name Joe Biden; "President Trump" and "Selon Moscou" stand.
    """
    if not before:
        return entries
    previous = before[-1]
    if previous.folded == "the":
        return tuple(entry for entry in entries if not _is_modified(entry))
    hinge = text[previous.span.end : name[0].span.start]
    is_part_of_name = hinge in _HINGES and previous.raw[0].isupper() and len(name) == 1
    if not is_part_of_name or previous.folded in _companions():
        return entries
    ruled_out = {SourceKind.PERSON, SourceKind.STATE}
    return tuple(entry for entry in entries if entry.agent.kind not in ruled_out)


def _is_modified(entry: Entry) -> bool:
    """Whether an English article before the name means that another noun follows."""
    kind = entry.agent.kind
    return kind is SourceKind.PERSON or (kind is SourceKind.STATE and entry.how == "metonym")


def _span(found: Sequence[Word], text: str) -> Span:
    """Where a name stands; the last stop of "U.S." belongs to it."""
    start, end = found[0].span.start, found[-1].span.end
    is_dotted = len(found[-1].raw) == 1 and "." in text[start:end]
    return Span(start, end + 1) if is_dotted and text[end : end + 1] == "." else Span(start, end)


@cache
def _companions() -> frozenset[str]:
    """Capitalised words that may stand before a one-word name: titles, openings of a phrase."""
    lines = (files("kg.link") / "data" / "companions.txt").read_text("utf-8").splitlines()
    return frozenset(line for line in lines if not line.startswith("#"))
