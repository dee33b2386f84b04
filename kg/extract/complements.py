"""Finds what is conveyed to the right of a cue verb, by the constructions its cue allows.

"that P", "« P »", "to do P", "the charges", "whether P", "X of P", "A as B". Each lexicon
entry says in which of these frames its verb reports; anything else is another meaning.
"""

from collections.abc import Callable, Mapping

from kg.extract.clausal import clause, question, quoted
from kg.extract.lexicon import Cue, Frame
from kg.extract.passages import Passage
from kg.extract.phrasal import infinitive, naming, noun, of
from kg.extract.search import Found, Search
from kg.extract.verbs import VerbGroup


def complement(p: Passage, group: VerbGroup, others: list[VerbGroup], cue: Cue) -> Found | None:
    """The content of ``group`` read as ``cue``, to its right; None if there is none."""
    search = Search(p, group, others, cue)
    for frame, look in _FRAMES.items():
        if frame in cue.frames:
            found = look(search)
            if found and found.spans:
                return found
    return None


_FRAMES: Mapping[Frame, Callable[[Search], Found | None]] = {
    Frame.THAT: clause,
    Frame.QUOTE: quoted,
    Frame.WH: question,
    Frame.AS: naming,
    Frame.OF: of("of", "de", "d'", "du", "des", frame=Frame.OF),
    Frame.INFINITIVE: infinitive,
    Frame.FOR: of("for", "pour", frame=Frame.FOR),
    Frame.AGAINST: of("against", "contre", frame=Frame.AGAINST),
    Frame.TO: of("to", "à", "au", "aux", frame=Frame.TO),
    Frame.NOUN: noun,
    Frame.ABOUT: of("about", "on", "sur", "de", "d'", "du", "des", frame=Frame.ABOUT),
}
