"""Applies judgements: readings, relations and copies as they stand once people have looked.

Nothing is changed in place. Judgements that were taken back count for nothing; of two that
stand against each other on one matter the later one holds, and both are kept and shown.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from kg.graph.accounts import ACCEPTANCE
from kg.graph.classes import cut
from kg.graph.corpus import Corpus, canonical_order
from kg.model import (
    OUTLETS,
    Agent,
    Attribution,
    ClaimId,
    ClaimRelation,
    Derivation,
    Judgement,
    JudgementKind,
    Party,
    Reading,
    RelationKind,
    Resolution,
    Source,
    SourceId,
    SourceKind,
    Span,
    Stance,
    Ties,
)

_DECIDING = frozenset({JudgementKind.MERGE, JudgementKind.SPLIT})
_VERDICTS = frozenset({JudgementKind.ACCEPT, JudgementKind.REJECT})


def standing(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """The judgements that nobody has taken back, by time.

    Taking back a taking-back restores what it had taken back.
    """
    given = sorted(judgements, key=_place)
    undone = taken_back(given)
    return tuple(
        judgement
        for judgement in given
        if judgement.kind is not JudgementKind.UNDO and judgement.id not in undone
    )


def taken_back(judgements: Iterable[Judgement]) -> dict[str, Judgement]:
    """What has been taken back, each with the judgement that does so and still stands.

    Times play no part: whoever takes something back has seen it, whatever the clocks say.
    """
    against: dict[str, list[Judgement]] = defaultdict(list)
    for judgement in sorted(judgements, key=_place):
        if judgement.kind is JudgementKind.UNDO:
            for target in judgement.targets:
                against[target].append(judgement)
    found: dict[str, Judgement | None] = {}
    for start in against:
        path = [start]
        while path:
            undoing = against.get(path[-1], ())
            ahead = [u.id for u in undoing if u.id not in found and u.id not in path]
            if ahead:
                path.append(ahead[0])
            else:
                found[path.pop()] = next((u for u in undoing if found.get(u.id) is None), None)
    return {id_: undo for id_ in against if (undo := found[id_])}


def disagreements(judgements: Iterable[Judgement]) -> list[tuple[Judgement, Judgement]]:
    """Standing judgements of different reviewers that cannot both hold, the later one second."""
    found = []
    by_matter: dict[tuple[object, ...], list[Judgement]] = defaultdict(list)
    for judgement in standing(judgements):
        group = "one" if judgement.kind in _DECIDING else "verdict"
        if judgement.kind in _DECIDING | _VERDICTS:
            for earlier_one in by_matter[group, frozenset(judgement.targets)]:
                differs = earlier_one.kind is not judgement.kind
                if differs and earlier_one.reviewer != judgement.reviewer:
                    found.append((earlier_one, judgement))
            by_matter[group, frozenset(judgement.targets)].append(judgement)
    return found


def judged(
    readings: Iterable[Reading],
    derivation: Derivation,
    relations: Iterable[ClaimRelation] = (),
    judgements: Iterable[Judgement] = (),
) -> Corpus:
    """The corpus that questions are asked of.

    Takes time linear in all that is given, and sorts it.

    Args:
        readings: Of all documents, in any order.
        derivation: What was found across them.
        relations: What single texts show between claims.
        judgements: Of all reviewers, in any order.
    """
    decided = standing(judgements)
    read = tuple(sorted(readings, key=lambda r: (r.document.published or "~", r.document.id)))
    known = {agent.id: agent for reading in reversed(read) for agent in reading.agents}
    given = tuple(_fixed(reading, decided, known) for reading in read)
    given = tuple(sorted(given, key=lambda r: (r.document.published or "~", r.document.id)))
    united = _united(given, derivation.resolutions, decided)
    given = tuple(_renamed(reading, united) for reading in given)
    every = (*relations, *derivation.relations)
    return Corpus(
        readings=given,
        relations=_related(every, given, decided),
        ties=Ties(copies=derivation.copies),
        judgements=tuple(_of_united(judgement, united) for judgement in decided),
    )


# ---- readings


def _fixed(
    reading: Reading, decided: Sequence[Judgement], known: Mapping[SourceId, Agent]
) -> Reading:
    """``reading`` with what was fixed, accepted or rejected in it."""
    about: dict[str, list[Judgement]] = defaultdict(list)
    for judgement in decided:
        if judgement.kind in _VERDICTS | {JudgementKind.FIX} and len(judgement.targets) == 1:
            about[judgement.targets[0]].append(judgement)
    if not about:
        return reading
    for judgement in about.get(reading.document.id, ()):
        reading = _published(reading, judgement, known)
    verdicts = {a.id: _verdict(about.get(a.id, ())) for a in reading.attributions}
    rejected = {id_ for id_, kind in verdicts.items() if kind is JudgementKind.REJECT}
    outer = {a.id: a.nested_in for a in reading.attributions}
    kept = []
    for attribution in reading.attributions:
        if attribution.id in rejected:
            continue
        nested = attribution.nested_in
        while nested in rejected:
            nested = outer.get(nested)
        changed = _mended(replace(attribution, nested_in=nested), about.get(attribution.id, ()))
        if verdicts[attribution.id] is JudgementKind.ACCEPT:
            changed = replace(changed, confidence=1.0, implied=False)
        kept.append(changed)
    said = tuple(
        replace(c, confidence=1.0) if verdicts[c.attribution] is JudgementKind.ACCEPT else c
        for c in reading.conveyances
        if c.attribution not in rejected
    )
    return replace(reading, attributions=tuple(kept), conveyances=said)


def _published(reading: Reading, judgement: Judgement, known: Mapping[SourceId, Agent]) -> Reading:
    """``reading`` with date and publisher as fixed; its own voice becomes that outlet's."""
    date, name = judgement.value("published"), judgement.value("outlet")
    if date:
        reading = replace(reading, document=replace(reading.document, published=date))
    if not name:
        return reading
    id_ = SourceId(judgement.value("outlet_id") or "")
    outlet = known.get(id_, Agent(id_, SourceKind.OUTLET, name))
    reading = replace(reading, document=replace(reading.document, publisher=outlet.name))
    if not id_:
        return reading
    if not reading.document.credited_to:
        voice = Source(SourceKind.OWN_VOICE, name=outlet.name, id=id_)
        spoken = tuple(
            replace(a, source=replace(voice, spans=a.source.spans)) if a.is_own_voice else a
            for a in reading.attributions
        )
        reading = replace(reading, attributions=spoken)
    return replace(reading, agents=(outlet, *(a for a in reading.agents if a.id != id_)))


def _verdict(judgements: Iterable[Judgement]) -> JudgementKind | None:
    kinds = [j.kind for j in judgements if j.kind in _VERDICTS]
    return kinds[-1] if kinds else None


def _mended(attribution: Attribution, judgements: Iterable[Judgement]) -> Attribution:
    for judgement in judgements:
        if judgement.kind is not JudgementKind.FIX:
            continue
        if stance := judgement.value("stance"):
            attribution = replace(attribution, stance=Stance(stance))
        if source := judgement.value("source"):
            spans = spans_from(source)
            attribution = replace(attribution, source=replace(attribution.source, spans=spans))
        if cue := judgement.value("cue"):
            attribution = replace(attribution, cue=spans_from(cue))
        if content := judgement.value("content"):
            attribution = replace(attribution, content=spans_from(content))
    return attribution


def spans_from(text: str) -> tuple[Span, ...]:
    """Spans written as ``10-42,50-61``.

    Raises:
        ValueError: It is written otherwise, or a span is empty.
    """
    pairs = (part.split("-", 1) for part in text.split(","))
    return tuple(Span(int(start), int(end)) for start, end in pairs)


# ---- agents


@dataclass(frozen=True, slots=True)
class _Names:
    """Who is who: each agent that is another, and what is known of those they become."""

    same: Mapping[SourceId, SourceId]
    agents: Mapping[SourceId, Agent]


def _united(
    readings: Sequence[Reading], resolutions: Iterable[Resolution], decided: Sequence[Judgement]
) -> _Names:
    agents = {a.id: a for reading in reversed(readings) for a in reading.agents}
    steps = [
        (r.agent, r.same_as)
        for r in sorted(resolutions, key=lambda r: (-r.confidence, r.agent, r.same_as))
        if r.confidence >= ACCEPTANCE
    ]
    apart: set[frozenset[SourceId]] = set()
    merged: list[tuple[SourceId, SourceId]] = []
    for judgement in decided:
        targets = [SourceId(t) for t in judgement.targets]
        if judgement.kind not in _DECIDING or not all(t in agents for t in targets):
            continue
        pairs = [frozenset((targets[0], t)) for t in targets[1:]]
        if judgement.kind is JudgementKind.MERGE:
            merged += [(t, targets[0]) for t in targets[1:]]
            apart -= set(pairs)
        else:
            merged = [p for p in merged if frozenset(p) not in pairs]
            apart |= set(pairs)
    leader: dict[SourceId, SourceId] = {}
    members: dict[SourceId, set[SourceId]] = {}
    for one, other in (*merged, *steps):
        if one in agents and other in agents:
            _unite(leader, members, (one, other), apart)
    same = {}
    for group in members.values():
        best = min(group, key=lambda id_: _standing_of(agents[id_]))
        same.update({id_: best for id_ in group if id_ != best})
        agents[best] = _combined(agents[best], [agents[id_] for id_ in sorted(group)])
    return _Names(same, agents)


def _unite(
    leader: dict[SourceId, SourceId],
    members: dict[SourceId, set[SourceId]],
    pair: tuple[SourceId, SourceId],
    apart: Collection[frozenset[SourceId]],
) -> None:
    one, other = (_first(leader, id_) for id_ in pair)
    if one == other:
        return
    groups = members.get(one, {one}), members.get(other, {other})
    if any(frozenset((a, b)) in apart for a in groups[0] for b in groups[1]):
        return
    leader[other] = one
    members.pop(other, None)
    members[one] = groups[0] | groups[1]


def _first(leader: Mapping[SourceId, SourceId], id_: SourceId) -> SourceId:
    while id_ in leader:
        id_ = leader[id_]
    return id_


def _standing_of(agent: Agent) -> tuple[object, ...]:
    """Known agents before those of the installation, those before the ones of one document."""
    known = not ("/agent/" in agent.id or "/source/" in agent.id)
    local = "/source/" in agent.id
    plain = agent.kind not in OUTLETS
    return not known, local, plain, agent.part_of is None, agent.side is None, agent.id


def _combined(best: Agent, group: Sequence[Agent]) -> Agent:
    """What is known of any of them, said of the one."""

    def first(name: str) -> SourceId | None:
        found: SourceId | None = getattr(best, name)
        return found or next((v for a in group if (v := getattr(a, name))), None)

    return replace(best, country=first("country"), side=first("side"), part_of=first("part_of"))


def _renamed(reading: Reading, united: _Names) -> Reading:
    """``reading`` with every agent under the one IRI it has in the corpus."""
    here = {agent.id for agent in reading.agents}
    attributions = tuple(replace(a, source=_source(a.source, united)) for a in reading.attributions)
    ids = {united.same.get(id_, id_) for id_ in here}
    ids |= {b for id_ in ids for b in _beside(united.agents[id_]) if b in united.agents}
    agents = tuple(_agent(united.agents[id_], united) for id_ in sorted(ids))
    return replace(reading, attributions=attributions, agents=agents)


def _of_united(judgement: Judgement, united: _Names) -> Judgement:
    same = (str(united.same.get(SourceId(target), target)) for target in judgement.targets)
    return replace(judgement, targets=tuple(same))


def _beside(agent: Agent) -> tuple[SourceId, ...]:
    return tuple(id_ for id_ in (agent.side, agent.part_of, agent.country) if id_)


def _agent(agent: Agent, united: _Names) -> Agent:
    part_of = united.same.get(agent.part_of, agent.part_of) if agent.part_of else None
    return replace(agent, part_of=part_of if part_of != agent.id else None)


def _source(source: Source, united: _Names) -> Source:
    if source.id and source.id in united.same:
        agent = united.agents[united.same[source.id]]
        own = source.kind is SourceKind.OWN_VOICE
        name = source.name and agent.name
        source = replace(source, id=agent.id, kind=source.kind if own else agent.kind, name=name)
    return replace(
        source,
        speaks_for=_party(source.speaks_for, united),
        affiliation=_party(source.affiliation, united),
    )


def _party(party: Party | None, united: _Names) -> Party | None:
    if party is None or not party.id or party.id not in united.same:
        return party
    agent = united.agents[united.same[party.id]]
    return Party(agent.name, agent.id)


# ---- claims


def _related(
    relations: Iterable[ClaimRelation], readings: Sequence[Reading], decided: Sequence[Judgement]
) -> tuple[ClaimRelation, ...]:
    """``relations`` under the judgements on pairs of claims, cut where claims cannot be one."""
    order = canonical_order(readings)
    found = {r for r in relations if r.subject in order and r.object in order}
    parted: set[frozenset[ClaimId]] = set()
    for judgement in decided:
        claims = [ClaimId(t) for t in judgement.targets]
        if len(claims) < len(("one", "other")) or not all(c in order for c in claims):
            continue
        pairs = {frozenset((claims[0], other)) for other in claims[1:]}
        found, parted = _decided(judgement, pairs, (found, parted))
    return tuple(sorted(cut(found, order, parted), key=_key))


def _decided(
    judgement: Judgement,
    pairs: set[frozenset[ClaimId]],
    state: tuple[set[ClaimRelation], set[frozenset[ClaimId]]],
) -> tuple[set[ClaimRelation], set[frozenset[ClaimId]]]:
    found, parted = state
    between = {r for r in found if frozenset((r.subject, r.object)) in pairs}
    author = f"reviewer/{judgement.reviewer}"
    if judgement.kind is JudgementKind.MERGE:
        found = found - between
        for pair in pairs:
            one, *rest = sorted(pair)
            if rest:
                made = ClaimRelation(RelationKind.EQUIVALENT, one, rest[0], 1.0, author)
                found = found | {made}
        return found, parted - pairs
    if judgement.kind is JudgementKind.SPLIT:
        same = {r for r in between if r.kind is RelationKind.EQUIVALENT}
        return found - same, parted | pairs
    if judgement.kind is JudgementKind.REJECT:
        return found - between, parted
    if judgement.kind is JudgementKind.ACCEPT:
        return (found - between) | {replace(r, confidence=1.0) for r in between}, parted
    return found, parted


def _key(relation: ClaimRelation) -> tuple[str, ...]:
    ends = relation.subject, relation.object
    return (*ends, relation.kind, relation.author, relation.evidence or "")


def _place(judgement: Judgement) -> tuple[str, str, str]:
    return judgement.made, judgement.reviewer, judgement.id
