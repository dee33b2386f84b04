"""From words to identities: who the sources are and which contents say the same.

Extraction says *where* a text names somebody; linking says *who* that is, resolves "he" and
"the agency", and finds the claim behind each content.
"""

from collections.abc import Iterable
from dataclasses import replace

from kg.link.background import as_antecedent, background, sentence_starts
from kg.link.claims import conveyances
from kg.link.coreference import Discourse, is_pronoun, refers_back
from kg.link.gazetteer import Gazetteer, gazetteer
from kg.link.mentions import Mention, mention
from kg.link.phrases import Head
from kg.link.qualifiers import body_beside, new_body
from kg.link.referents import Referent, Scene
from kg.link.relations import relations
from kg.link.sources import identify, nobody, unnamed, unresolved
from kg.link.voice import credited, own_voice, publisher, speaks_itself
from kg.model import Agent, Attribution, AttributionId, Document, Names, Reading, Source, SourceKind

__all__ = ["DefaultLinker"]


class DefaultLinker:
    """Links by gazetteer, grammar and rules; it learns nothing and asks no service."""

    def __init__(self, known: Gazetteer | None = None) -> None:
        """Link against the agents ``known``; None for those that ship with the package."""
        self._known = known

    def link(
        self, document: Document, attributions: Iterable[Attribution], names: Names
    ) -> Reading:
        """The attributions with named sources, agents, claims and claim relations.

        Sources come out with kind, name and IRI; every IRI has its agent. Linking what has
        been linked changes nothing. Takes O(n·m) time for n mentions and m attributions.
        """
        scene = Scene(document, names, self._known or gazetteer())
        given = tuple(attributions)
        referents = _referents(scene, given)
        voice = own_voice(scene)
        linked = tuple(_with_source(a, referents, voice) for a in given)
        conveyed = conveyances(scene, linked)
        return Reading(
            document=document,
            attributions=linked,
            conveyances=conveyed,
            relations=relations(linked, conveyed),
            agents=scene.closure(_agents(scene, given, referents, voice)),
        )


def _with_source(
    attribution: Attribution, referents: dict[AttributionId, Referent], voice: Agent
) -> Attribution:
    if attribution.is_own_voice:
        named = voice.name if voice.kind is not SourceKind.DOCUMENT else None
        spoken = Source(SourceKind.OWN_VOICE, attribution.source.spans, named, voice.id)
        return replace(attribution, source=spoken)
    source = referents[attribution.id].source(attribution.source.spans)
    return replace(attribution, source=source)


def _agents(
    scene: Scene,
    given: tuple[Attribution, ...],
    referents: dict[AttributionId, Referent],
    voice: Agent,
) -> tuple[Agent, ...]:
    published = (publisher(scene), credited(scene))
    speaks = (voice,) if any(a.is_own_voice for a in given) else ()
    sources = (agent for referent in referents.values() for agent in referent.agents)
    return (*(agent for agent in published if agent), *speaks, *sources)


def _referents(scene: Scene, given: tuple[Attribution, ...]) -> dict[AttributionId, Referent]:
    """Who the source of every stated or implied attribution is, found in text order."""
    attributed = [a for a in given if not a.is_own_voice]
    spans = tuple(span for a in attributed for span in a.source.spans)
    discourse = Discourse(
        scene,
        sentence_starts(scene.document.text),
        tuple(sorted(span for a in attributed for span in a.content)),
        sorted(background(scene, spans), key=lambda a: a.span),
    )
    found: dict[AttributionId, Referent] = {}
    for attribution in sorted(attributed, key=_place):
        found[attribution.id] = _referent(scene, attribution, discourse)
    return found


def _place(attribution: Attribution) -> tuple[int, int]:
    spans = attribution.source.spans or attribution.cue or attribution.content
    return spans[0].start, attribution.content[0].start


def _referent(scene: Scene, attribution: Attribution, discourse: Discourse) -> Referent:
    spans = attribution.source.spans
    if not spans:
        return nobody(scene, _place(attribution)[0])
    named = mention(scene, spans[0].start, spans[-1].end, attribution.source.kind)
    if speaks_itself(named, attribution.nested_in, scene):
        voice = own_voice(scene)
        return Referent(voice, voice.name if voice.kind is not SourceKind.DOCUMENT else None)
    referent = (
        discourse.refer(named, attribution.content)
        or _spokesperson_of(scene, named, discourse)
        or _by_itself(scene, named)
    )
    discourse.add(as_antecedent(named, referent, speaks=True))
    return referent


def _spokesperson_of(scene: Scene, named: Mention, discourse: Discourse) -> Referent | None:
    """The body behind "a ministry spokesman": the ministry named before, or a new one."""
    if named.phrase.sort is not Head.SPOKESPERSON or identify(named, scene):
        return None
    body = body_beside(named.phrase, scene)
    if body is None or body.head is None:
        return None
    before = discourse.refer(Mention(body, named.start))
    if before:
        return Referent(before.agent, before.name)
    agent = new_body(body, None, scene)
    agent = agent or scene.local(SourceKind.BODY, named.start, body.bare)
    return Referent(agent, agent.name)


def _by_itself(scene: Scene, named: Mention) -> Referent:
    if is_pronoun(named):
        return unresolved(named, scene)
    found = identify(named, scene)
    if found is None and refers_back(named, scene):
        return unnamed(named, scene)
    return found or unnamed(named, scene)
