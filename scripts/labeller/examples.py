"""Turns gold documents into training examples of the two stages."""

from collections import defaultdict
from dataclasses import dataclass, field

from kg.extract.labeller.cues import BEGIN, INSIDE, OUTSIDE
from kg.extract.labeller.features import Sentence
from kg.extract.labeller.parts import CONTENT, CUE, NEITHER, SOURCE
from kg.extract.passages import Passage, passages
from kg.extract.reader import sentence_drafts
from kg.model import Span


@dataclass
class Gold:
    """The gold act that one cue in one sentence signals; conjoined sources are together."""

    cue: tuple[int, ...]
    sources: list[Span] = field(default_factory=list)
    contents: list[Span] = field(default_factory=list)
    optional: bool = False


@dataclass
class Read:
    """One document with its sentences, what the rules drew, and the gold acts by sentence."""

    record: dict
    sentences: list[Sentence]
    gold: list[list[Gold]]


def read(record: dict) -> Read:
    """Parse one document and find the sentence of every gold cue."""
    found = passages(record["text"], record["lang"])
    sentences = [Sentence(p, sentence_drafts(p, n)) for n, p in enumerate(found)]
    gold = [_gold_of(p, record["attributions"]) for p in found]
    return Read(record, sentences, gold)


def _gold_of(p: Passage, entries: list[dict]) -> list[Gold]:
    acts: dict[tuple[int, ...], Gold] = {}
    for entry in entries:
        spans = [Span(*pair) for pair in entry.get("cue") or ()]
        cue = tokens_in(p, spans)
        if not cue or not spans or not p.sentence.span.contains(Span(spans[0].start, spans[0].end)):
            continue
        act = acts.setdefault(cue, Gold(cue))
        act.sources += [Span(*pair) for pair in entry.get("source") or ()]
        act.contents += [Span(*pair) for pair in entry["content"]]
        act.optional |= bool(entry.get("optional"))
    return list(acts.values())


def tokens_in(p: Passage, spans: list[Span]) -> tuple[int, ...]:
    """The tokens that ``spans`` touch."""
    return tuple(
        i for i, t in enumerate(p.tokens) if any(s.start < t.end and t.start < s.end for s in spans)
    )


def cue_labels(sentence: Sentence, gold: list[Gold]) -> list[str]:
    """First-stage labels of one sentence."""
    labels = [OUTSIDE] * len(sentence.p.tokens)
    for act in gold:
        if act.optional:
            continue
        for n, i in enumerate(act.cue):
            labels[i] = INSIDE if n else BEGIN
    return labels


def part_labels(sentence: Sentence, cue: tuple[int, ...], act: Gold | None) -> list[str]:
    """Second-stage labels: those of ``act``, or nothing at all where the cue is none."""
    labels = [NEITHER] * len(sentence.p.tokens)
    if act is not None:
        for i in tokens_in(sentence.p, act.contents):
            labels[i] = CONTENT
        for i in tokens_in(sentence.p, act.sources):
            labels[i] = SOURCE
    for i in cue:
        labels[i] = CUE
    return labels


def answering(cue: tuple[int, ...], gold: list[Gold]) -> Gold | None:
    """The gold act whose cue shares most words with ``cue``."""
    shared: dict[int, int] = defaultdict(int)
    for n, act in enumerate(gold):
        shared[n] = len(set(cue) & set(act.cue))
    best = max(shared, key=lambda n: shared[n], default=None)
    return gold[best] if best is not None and shared[best] else None
