"""What is said by nobody in particular: reportedly, on dit que, is believed to."""

from collections.abc import Iterator

from kg.extract.drafts import NOBODY, Draft, Mention, Spans
from kg.extract.frames import around
from kg.extract.matching import Words
from kg.extract.passages import Passage
from kg.extract.words import joined
from kg.model import SourceKind

_CONFIDENCE = 0.65
_SURE = 0.92
_EMPTY = frozenset({"it", "il", "there"})
_INDEFINITE = frozenset({"on", "some", "many", "d'aucuns"})


def hearsay_drafts(p: Passage) -> Iterator[Draft]:
    """The candidates whose source the text leaves in the dark."""
    for j in range(p.stop):
        words = p.says.hearsay.found(p.tokens, j)
        if words is None or not _claims(p, j, words):
            continue
        end = j + len(words)
        content, cue_end = _content(p, j, end, words)
        if not content:
            continue
        yield Draft(
            rule="hearsay",
            sources=(_whoever(p, j, words),),
            cue=joined(p, list(range(j + _subject_words(words), cue_end))),
            content=content,
            certainty=p.says.certainty(words),
            confidence=_SURE if len(words) > 1 else _CONFIDENCE,
        )


def _subject_words(words: Words) -> int:
    return int(len(words) > 1 and words[0] in _INDEFINITE | _EMPTY)


def _claims(p: Passage, j: int, words: Words) -> bool:
    """Whether a proposition is marked and not just a noun ("so-called experts")."""
    if len(words) > 1:
        return True
    following = j + 1
    if following < len(p.tokens) and p.tree.pos[following] in {"NOUN", "PROPN", "DET"}:
        return j == 0 and p.low(following) == ","
    adjective = p.tree.pos[following : following + 1] == ("ADJ",)
    return not (adjective and p.tree.pos[j - 1 : j] in [("DET",), ("ADP",)])


def _whoever(p: Passage, j: int, words: Words) -> Mention:
    if words[0] in _INDEFINITE and len(words) > 1:
        span = p.span(j, j + 1)
        return Mention((span,), SourceKind.UNNAMED) if span else NOBODY
    return NOBODY


def _content(p: Passage, j: int, end: int, words: Words) -> tuple[Spans, int]:
    """The content and where the cue ends."""
    last = words[-1]
    if last in {"that", "que", "qu'", "believe", "say"}:
        span = p.span(end, p.stop)
        return ((span,) if span else ()), end if last in {"believe", "say"} else end - 1
    if last == "to":
        return _raised(p, j, end), end - 1
    return around(p, (j, end)), end


def _raised(p: Passage, j: int, end: int) -> Spans:
    """In "X is said | to be ill" the subject and what it is said to do."""
    subjects = [
        s
        for verb in range(j, end)
        for s in p.tree.children(verb, "nsubj", "nsubjpass", "nsubj:pass")
        if s < j
    ]
    rest = p.span(end - 1, p.stop)
    if not subjects or rest is None:
        return ()
    first = p.span(p.tree.lefts[subjects[0]], j)
    return (first, rest) if first else ()
