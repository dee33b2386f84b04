"""Sources before a colon: headlines ("Moscow: no troops were sent") and transcripts.

A name in capitals at the start of a line speaks for the whole line; any other speaker only for
the sentence. Labels ("Update:", "Photo:") name nobody.
"""

from collections.abc import Iterator

from kg.extract.drafts import Draft
from kg.extract.kinds import can_speak
from kg.extract.mentions import mentions
from kg.extract.passages import Passage, Range
from kg.extract.words import joined
from kg.model import SourceKind

_LONGEST = 6
"""Most words of a speaker before a colon."""


def colon_drafts(p: Passage) -> Iterator[Draft]:
    """The candidate of a sentence that begins with a speaker and a colon."""
    at = next((j for j in range(min(_LONGEST + 2, p.stop)) if p.tokens[j].text == ":"), 0)
    if not at or at + 1 >= p.stop or not _opens_line(p) or not _names_speaker(p, (0, at)):
        return
    if not any(p.tree.finite[j] for j in range(at + 1, p.stop)):
        return
    end = p.tokens[p.stop - 1].end
    if all(t.text.isupper() for t in p.tokens[:at] if t.is_word):
        end = max(end, _line_end(p))
    content = p.trimmed(p.tokens[at + 1].start, end)
    if content:
        yield Draft(
            rule="colon",
            sources=mentions(p, (0, at)),
            cue=joined(p, [at]),
            content=(content,),
            confidence=0.6,
        )


def _opens_line(p: Passage) -> bool:
    start = p.sentence.span.start
    return not p.text[p.text.rfind("\n", 0, start) + 1 : start].strip()


def _line_end(p: Passage) -> int:
    end = p.text.find("\n", p.sentence.span.end)
    return len(p.text) if end < 0 else end


def _names_speaker(p: Passage, words: Range) -> bool:
    lo, hi = words
    if any(p.tree.finite[j] or not p.tokens[j].is_word for j in range(lo, hi)):
        return False
    kinds = {p.lex.source_heads.get(p.low(j)) for j in range(lo, hi)}
    named = all(
        p.tokens[j].is_capitalised or p.tree.pos[j] in {"DET", "ADP"} for j in range(lo, hi)
    )
    proper = any(p.tree.pos[j] == "PROPN" for j in range(lo, hi))
    return can_speak(p, words) and named and proper and SourceKind.DOCUMENT not in kinds
