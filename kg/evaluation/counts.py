"""Counts what a prediction got right and wrong in one document.

Counts add up over documents; ratios are made of sums (``kg.evaluation.scores``), never
averaged.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from kg.evaluation.kinds import cue_kind, depth_of, form_of, in_quotation_marks
from kg.evaluation.matching import Pair, paired
from kg.evaluation.overlap import agreement, head, letters, shared, touched, words

Json = Mapping[str, Any]
Counts = Counter[str]

LENIENT, STRICT, EXACT = 0.5, 0.8, 1.0
"""Intersection over union of contents from which two attributions may be the same."""

SAME_SOURCE = 0.5
"""F1 of words from which two sources are the same."""

_ROUNDING = 1e-9


@dataclass(frozen=True, slots=True)
class Options:
    """What is compared.

    Attributes:
        forms: Only gold of these forms (direct, mixed, indirect); empty: all.
        types: Only gold of these corpus-specific types; empty: all.
    """

    forms: frozenset[str] = frozenset()
    types: frozenset[str] = frozenset()


@dataclass(slots=True)
class _Side:
    """The attributions of one reading, as sets of offsets and of words."""

    entries: list[Json]
    content: list[frozenset[int]] = field(default_factory=list)
    source: list[frozenset[int]] = field(default_factory=list)
    cue: list[frozenset[int]] = field(default_factory=list)

    def measure(self, text: str, places: Sequence[tuple[int, int]]) -> None:
        self.content = [letters(e["content"], text) for e in self.entries]
        self.source = [touched(e.get("source"), places) for e in self.entries]
        self.cue = [touched(e.get("cue"), places) for e in self.entries]


def count(gold: Json, predicted: Sequence[Json], options: Options | None = None) -> Counts:
    """The counts of one document.

    Args:
        gold: A document in the normal form; its text is what offsets point into.
        predicted: Attributions read from the same text.
        options: What part of the gold to look at; a prediction that answers gold outside of
            that part is no error.

    Implied and own-voice predictions are passed over; optional gold is neither demanded nor
    counted against a prediction that answers it.
    """
    return _Comparison(gold, predicted, options or Options()).counts()


class _Comparison:
    def __init__(self, gold: Json, predicted: Sequence[Json], options: Options) -> None:
        self.text: str = gold["text"]
        self.places = words(self.text)
        self.inside = in_quotation_marks(self.text)
        stated = [e for e in gold["attributions"] if e.get("content")]
        demanded = [e for e in stated if not e.get("optional")]
        optional = [e for e in stated if e.get("optional")]
        self.gold = _Side(demanded)
        self.gold.measure(self.text, self.places)
        self.predicted = _Side(_stated(predicted))
        self.predicted.measure(self.text, self.places)
        self._drop_optional([letters(e["content"], self.text) for e in optional])
        self.overlap = {
            (i, j): x
            for i, one in enumerate(self.gold.content)
            for j, other in enumerate(self.predicted.content)
            if (x := shared(one, other)) > 0
        }
        self.forms = [form_of(content, self.inside) for content in self.gold.content]
        self.wanted = [
            (not options.types or e.get("type") in options.types)
            and (not options.forms or form in options.forms)
            for e, form in zip(demanded, self.forms, strict=True)
        ]

    def _drop_optional(self, optional: list[frozenset[int]]) -> None:
        """Leave out predictions that answer an optional gold attribution and no demanded one."""
        if not optional:
            return

        def answers(content: frozenset[int], those: list[frozenset[int]]) -> bool:
            return any(shared(content, other) >= LENIENT for other in those)

        kept = [
            e
            for e, content in zip(self.predicted.entries, self.predicted.content, strict=True)
            if not answers(content, optional) or answers(content, self.gold.content)
        ]
        self.predicted = _Side(kept)
        self.predicted.measure(self.text, self.places)

    def counts(self) -> Counts:
        found: Counts = Counter()
        found["gold"] = sum(self.wanted)
        found["pred"] = len(self.predicted.entries)
        found["toks"] = len(self.places)
        for threshold in (LENIENT, STRICT, EXACT):
            pairs = self._pairs(threshold)
            wanted = [(i, j) for i, j in pairs if self.wanted[i]]
            found[f"pred@{threshold}"] = found["pred"] - (len(pairs) - len(wanted))
            found[f"m@{threshold}"] = len(wanted)
            found[f"full@{threshold}"] = sum(self._same_source(i, j) for i, j in wanted)
            if threshold == LENIENT:
                found += self._matched(wanted)
                found += self._groups(dict(pairs))
                found += self._edges(pairs)
                found += self._denials(wanted)
        found += self._words_of_contents()
        found += self._cues()
        return found

    def _pairs(self, threshold: float) -> list[Pair]:
        """As many pairs as possible; of those pairings the one that agrees best."""
        weights = {
            (i, j): 1000
            + 10 * x
            + agreement(self.gold.source[i], self.predicted.source[j])
            + 0.1 * bool(self.gold.cue[i] & self.predicted.cue[j])
            for (i, j), x in self.overlap.items()
            if x >= threshold - _ROUNDING
        }
        return paired(weights)

    def _same_source(self, i: int, j: int) -> bool:
        one, other = self.gold.source[i], self.predicted.source[j]
        return (not one and not other) or agreement(one, other) >= SAME_SOURCE

    def _matched(self, pairs: list[Pair]) -> Counts:
        found: Counts = Counter()
        for i, j in pairs:
            gold, ours = self.gold.entries[i], self.predicted.entries[j]
            named, cue = bool(self.gold.source[i]), self.gold.cue[i]
            heads = head(gold.get("source"), self.text), head(ours.get("source"), self.text)
            found["src_n"] += named
            found["src_tok"] += named and self._same_source(i, j)
            found["src_head"] += named and heads[0] is not None and heads[0] == heads[1]
            found["src_any"] += bool(self.gold.source[i] & self.predicted.source[j])
            found["srcnull_n"] += not named
            found["srcnull_ok"] += not named and not self.predicted.source[j]
            found["cue_in_n"] += bool(cue)
            found["cue_in_ok"] += bool(cue & self.predicted.cue[j])
            one = touched(gold["content"], self.places)
            other = touched(ours["content"], self.places)
            found += Counter({"mt_tp": len(one & other), "mt_p": len(other), "mt_g": len(one)})
            for key, short in (("stance", "st"), ("writer_certainty", "wc")):
                if gold.get(key) and ours.get(key):
                    found[f"{short}_n"] += 1
                    found[f"{short}_ok"] += gold[key] == ours[key]
        return found

    def _groups(self, pairs: dict[int, int]) -> Counts:
        """Recall by kind: how many there are, how many were found, and with the right source."""
        found: Counts = Counter()
        by_id = {e.get("id"): e for e in self.gold.entries}
        for i, entry in enumerate(self.gold.entries):
            if not self.wanted[i]:
                continue
            hit = i in pairs
            full = hit and self._same_source(i, pairs[i])
            for group in (
                f"quote:{self.forms[i]}",
                f"cue:{cue_kind(entry, self.text)}",
                f"type:{entry.get('type')}",
                f"source:{'present' if self.gold.source[i] else 'null'}",
                f"nested:{'inner' if entry.get('nested_in') else 'outer'}",
                f"depth:{depth_of(entry, by_id)}",
                f"stance:{entry.get('stance')}",
            ):
                found[f"n|{group}"] += 1
                found[f"h|{group}"] += hit
                found[f"f|{group}"] += full
        return found

    def _edges(self, pairs: list[Pair]) -> Counts:
        """Edges ``nested_in`` whose both ends were found, under the same outer attribution."""
        gold = {e.get("id"): i for i, e in enumerate(self.gold.entries)}
        ours = {e.get("id"): j for j, e in enumerate(self.predicted.entries)}
        partner = dict(pairs)
        found: Counts = Counter()
        found["nest_g"] = sum(e.get("nested_in") in gold for e in self.gold.entries)
        found["nest_p"] = sum(e.get("nested_in") in ours for e in self.predicted.entries)
        for i, j in pairs:
            x = self.gold.entries[i].get("nested_in")
            y = self.predicted.entries[j].get("nested_in")
            if x in gold and y in ours and partner.get(gold[x]) == ours[y]:
                found["nest_tp"] += 1
        return found

    def _denials(self, pairs: list[Pair]) -> Counts:
        """Denials are found if the content matches and both sides call it a denial."""

        def denies(entry: Json) -> bool:
            return bool(entry.get("stance") == "denies")

        return Counter(
            den_g=sum(denies(e) for e in self.gold.entries),
            den_p=sum(denies(e) for e in self.predicted.entries),
            den_tp=sum(
                denies(self.gold.entries[i]) and denies(self.predicted.entries[j]) for i, j in pairs
            ),
        )

    def _words_of_contents(self) -> Counts:
        def covered(side: _Side) -> frozenset[int]:
            return frozenset().union(*(touched(e["content"], self.places) for e in side.entries))

        one, other = covered(self.gold), covered(self.predicted)
        return Counter(ct_tp=len(one & other), ct_p=len(other), ct_g=len(one))

    def _cues(self) -> Counts:
        weights = {
            (i, j): 1 + agreement(one, other)
            for i, one in enumerate(self.gold.cue)
            for j, other in enumerate(self.predicted.cue)
            if one & other
        }
        return Counter(
            cue_tp=len(paired(weights)),
            cue_g=sum(map(bool, self.gold.cue)),
            cue_p=sum(map(bool, self.predicted.cue)),
        )


def _stated(predicted: Sequence[Json]) -> list[Json]:
    return [
        e
        for e in predicted
        if e.get("content") and not e.get("implied") and e.get("source_kind") != "own-voice"
    ]
