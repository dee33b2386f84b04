"""Names in the running text, outside any source: what a later short form may refer to.

"Vladimir Poutine" in a sentence that quotes nobody makes "Poutine" and "il" readable two
paragraphs on. Known names are found by the gazetteer; unknown ones are believed where an
office, a title or a given name stands with a run of capitals.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from kg.link.coreference import Antecedent, called_in, nouns_of
from kg.link.lexicon import words_of
from kg.link.mentions import Mention
from kg.link.persons import person_gender
from kg.link.phrases import Head, Phrase, read_phrase
from kg.link.referents import Referent, Scene
from kg.link.sources import identify
from kg.model import SourceKind, Span

_SENTENCE_END = re.compile(r"(?<=[.!?…])[»”\"')\]]*\s+(?=[«“\"'(]?\s?[^\W\d_a-zà-ÿ])|\n+")
_INITIAL = re.compile(r"(?:^|[\s(])(?:\w|M|MM|Mr|Mrs|Ms|Dr|St|Gen|Col|Sen|Rep|Lt|Prof)\.$")
_NAME_RUN = re.compile(r"\b[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+){1,3}")
_LEFT_WORDS = 5
_ARTICLES = {"en": ("the",), "fr": ("le", "la", "les", "l'", "l’")}


def sentence_starts(text: str) -> tuple[int, ...]:
    """Offsets at which sentences start; every line starts one. O(length of the text)."""
    starts = [0]
    for end in _SENTENCE_END.finditer(text):
        before = text[max(0, end.start() - 8) : end.start()]
        if "\n" in end.group() or not _INITIAL.search(before):
            starts.append(end.end())
    return tuple(start for start in starts if start < len(text)) or (0,)


def background(scene: Scene, taken: tuple[Span, ...]) -> Iterator[Antecedent]:
    """The names in the text that stand outside the source phrases ``taken``."""
    text, lang = scene.document.text, scene.lang
    known = [match.span for match in scene.gazetteer.longest(text, lang)]
    runs = (Span(*m.span()) for m in _NAME_RUN.finditer(text))
    unknown = [run for run in runs if not _meets(run, known)]
    found = set(known)
    sources = sorted(taken)
    for span in sorted((*known, *unknown)):
        if _meets(span, sources):
            continue
        antecedent = _introduced(scene, span, known=span in found)
        if antecedent:
            yield antecedent


def _meets(span: Span, others: Sequence[Span]) -> bool:
    """Whether ``span`` overlaps one of ``others``, which are sorted and disjoint."""
    at = bisect_left(others, span.end, key=lambda other: other.start)
    return at > 0 and others[at - 1].end > span.start


def _introduced(scene: Scene, name: Span, *, known: bool) -> Antecedent | None:
    text = scene.document.text
    start = _left_edge(text, name.start, scene.lang)
    phrase = read_phrase(text[start : name.end], scene.lang)
    referent = identify(Mention(phrase, start), scene)
    if referent is None or not (known or _is_introduced_person(phrase, referent)):
        return None
    return as_antecedent(Mention(phrase, start), referent, speaks=False)


def _is_introduced_person(phrase: Phrase, referent: Referent) -> bool:
    if referent.agent.kind is not SourceKind.PERSON or referent.name is None:
        return False
    return phrase.sort is not None or person_gender(phrase, referent.name) is not None


def _left_edge(text: str, start: int, lang: str) -> int:
    """Where the phrase around a name starts: at its office or title, else at its article."""
    line = text[max(text.rfind("\n", 0, start) + 1, start - 80) : start]
    words = [(m.start(), m.group().lower()) for m in re.finditer(r"[^\W\d_][\w’'-]*|[,.;:]", line)]
    offset = start - len(line)
    offices = words_of(lang, Head.ROLE) | words_of(lang, Head.SPOKESPERSON)
    titles = words_of(lang, "titles_masculine") | words_of(lang, "titles_feminine")
    best = start
    for at, word in reversed(words[-_LEFT_WORDS:]):
        if word in ",.;:":
            break
        if word in _ARTICLES.get(lang, ()) and (best < start or at + len(word) + 1 >= len(line)):
            return offset + at
        if word.rpartition("'")[2].rpartition("’")[2] in offices | titles:
            best = offset + at
    return best


def as_antecedent(mention: Mention, referent: Referent, *, speaks: bool) -> Antecedent:
    """The mention as something that later ones may refer back to."""
    phrase = mention.phrase
    gender = phrase.gender
    if referent.agent.kind is SourceKind.PERSON and referent.name:
        gender = person_gender(phrase, referent.name)
    elif referent.agent.kind is SourceKind.STATE and phrase.lang == "fr":
        gender = gender or _state_gender(dict(referent.agent.names).get("fr", ""))
    span = Span(mention.start, mention.end)
    return Antecedent(
        span,
        referent,
        gender,
        phrase.plural,
        phrase,
        speaks,
        nouns_of(phrase, referent),
        called_in(phrase, referent),
    )


def _state_gender(name: str) -> str | None:
    """French names of states are feminine in -e, but for a few."""
    word = name.split(maxsplit=1)[0].lower() if name else ""
    if not word:
        return None
    return "f" if word.endswith("e") and word not in words_of("fr", "masculine_exceptions") else "m"
