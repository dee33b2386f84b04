"""Persons in a noun phrase: the name, apart from titles, offices and the body beside it.

"le ministre russe de la Défense Sergueï Choïgou", "Kremlin spokesman Dmitry Peskov", "Ihor
Terekhov, mayor of Kharkiv": the name is what is left of a run of capitals once titles,
offices, demonyms and the names of bodies are taken off.
"""

from dataclasses import dataclass

from kg.link.gazetteer import Gazetteer, Match
from kg.link.lexicon import words_of
from kg.link.phrases import PERSONAL, Determiner, Phrase, Token, singular
from kg.model import Agent, SourceKind

_LONGEST_NAME = 5
_FULL_NAME = 2


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name in a phrase.

    Attributes:
        name: As written, titles left out.
        known: The gazetteer's agent of this name.
        rest: The phrase without the name: office, body, title.
    """

    name: str
    known: Agent | None
    rest: str

    @property
    def is_full(self) -> bool:
        """Whether it has at least a given name and a surname."""
        return len(self.name.split()) >= _FULL_NAME


def person_in(phrase: Phrase, gazetteer: Gazetteer, guess: SourceKind) -> PersonName | None:
    """The person that ``phrase`` names, if it names one.

    Args:
        phrase: The whole noun phrase.
        gazetteer: Known agents; what it knows as something else is no person's name.
        guess: The kind that the extractor guessed, used for bare names only.
    """
    matches = gazetteer.longest(phrase.text, phrase.lang)
    for match in matches:
        if match.entry.agent.kind is SourceKind.PERSON and not _is_complement(phrase, match):
            return _named(phrase, match.span.start, match.span.end, match.entry.agent)
    others = [m for m in matches if m.entry.agent.kind is not SourceKind.PERSON]
    for start, end in phrase.runs():
        found = _unknown(phrase, (start, end), others, gazetteer)
        if found and (phrase.sort in PERSONAL or _reads_as_person(phrase, found, guess)):
            first, last = phrase.tokens[found[0]], phrase.tokens[found[1] - 1]
            return _named(phrase, first.span.start, last.span.end, None)
    return None


def _named(phrase: Phrase, start: int, end: int, known: Agent | None) -> PersonName:
    text = phrase.text
    return PersonName(text[start:end], known, f"{text[:start].strip(' ,')} {text[end:].strip()}")


def _is_complement(phrase: Phrase, match: Match) -> bool:
    """Whether the name only qualifies somebody else ("un proche de X", "X's lawyer")."""
    before = phrase.text[: match.span.start].split()
    after = phrase.text[match.span.end :].lstrip()
    if after.startswith(("'s", "’s", "'", "’")):
        return True
    return bool(before) and before[-1].lower() in _before_complement(phrase.lang)


def _before_complement(lang: str) -> frozenset[str]:
    return words_of(lang, "prepositions") | {"la", "l'"}


def _unknown(
    phrase: Phrase, run: tuple[int, int], others: list[Match], gazetteer: Gazetteer
) -> tuple[int, int] | None:
    """The tokens of ``run`` that can be a person's name, or None."""
    start, end = run
    after_preposition = start > 0 and phrase.tokens[start - 1].low in _before_complement(
        phrase.lang
    )
    taken = start
    while start < end and _is_no_name(phrase, start, others, gazetteer):
        start += 1
    if any(_inside(phrase.tokens[at], others) for at in range(start, end)):
        return None
    length = end - start
    if after_preposition and start == taken:
        # "le maire de Kharkiv Ihor Terekhov": the place comes first, the name closes the run.
        if length <= _FULL_NAME:
            return None
        start = end - _FULL_NAME
    titled = start > 0 and _is_title(phrase.tokens[start - 1], phrase.lang)
    if not 0 < end - start <= _LONGEST_NAME or (end - start < _FULL_NAME and not titled):
        return None
    genitive = phrase.text[phrase.tokens[end - 1].span.end :].startswith(("'s", "’s"))
    return None if genitive else (start, end)


def _is_no_name(phrase: Phrase, at: int, others: list[Match], gazetteer: Gazetteer) -> bool:
    token = phrase.tokens[at]
    listed = token.low in words_of(phrase.lang, "portfolios")
    return (
        listed
        or _is_title(token, phrase.lang)
        or _inside(token, others)
        or gazetteer.demonym(token.text, phrase.lang) is not None
    )


def _is_title(token: Token, lang: str) -> bool:
    groups = ("titles", "titles_masculine", "titles_feminine", *PERSONAL)
    words = {token.low, singular(token.low, lang)}
    return any(words & words_of(lang, group) for group in groups)


def _inside(token: Token, matches: list[Match]) -> bool:
    return any(match.span.overlaps(token.span) for match in matches)


def _reads_as_person(phrase: Phrase, found: tuple[int, int], guess: SourceKind) -> bool:
    """Whether a capitalised run without an office beside it reads as a person's name."""
    tokens = phrase.tokens[found[0] : found[1]]
    words = [token.low for token in tokens]
    lang = phrase.lang
    if found[0] > 0 and _is_title(phrase.tokens[found[0] - 1], lang):
        return True
    if found[0] == 0 and _is_told_of(phrase, found):
        return True
    if phrase.sort or found[0] > 0 or phrase.determiner is not Determiner.NONE:
        return False
    if any(word in words_of(lang, "organization_words") for word in words):
        return False
    given = any(words[0] in words_of(tongue, group) for tongue in ("en", "fr") for group in _GIVEN)
    if given or guess is SourceKind.PERSON:
        return True
    initials = any(token.text.isupper() and "." not in token.text for token in tokens)
    return not initials and guess not in {SourceKind.OUTLET, SourceKind.ORGANIZATION}


_GIVEN = ("given_masculine", "given_feminine")
_LONGEST_PERSON = 3


def _is_told_of(phrase: Phrase, found: tuple[int, int]) -> bool:
    """Whether what follows is told of a person: ", who heads …", "of the Maritime Authority"."""
    end = found[1]
    words = [token.low for token in phrase.tokens[: end + 3]]
    if any(w in words_of(phrase.lang, "organization_words") for w in words[:end]):
        return False
    if phrase.determiner is not Determiner.NONE or not _FULL_NAME <= end <= _LONGEST_PERSON:
        return False
    after = words[end:]
    relative = after[:2] in ([",", "who"], [",", "qui"])
    placed = phrase.lang == "en" and after[:2] in (["of", "the"], ["from", "the"], ["at", "the"])
    return relative or placed


def person_gender(phrase: Phrase, name: str) -> str | None:
    """``"m"`` or ``"f"`` where title, office or given name show it, else None."""
    words = {token.low for token in phrase.tokens}
    first = name.split(maxsplit=1)[0].lower()
    for gender, kind in (("m", "masculine"), ("f", "feminine")):
        if words & words_of(phrase.lang, f"titles_{kind}"):
            return gender
    if phrase.gender and phrase.sort in PERSONAL:
        return phrase.gender
    known = {
        gender
        for gender, kind in (("m", "masculine"), ("f", "feminine"))
        if any(first in words_of(lang, f"given_{kind}") for lang in ("en", "fr"))
    }
    return known.pop() if len(known) == 1 else None
