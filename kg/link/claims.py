"""Which claims the contents of one document say.

A claim is what several contents say alike; inside one document and across documents it is
told by its normalised wording. "X says that Y says that P" conveys P, not "Y says that P":
an attribution that does nothing but relay another conveys through that one alone, so that
the list of claims holds what is claimed and not who relayed it.
"""

from collections.abc import Sequence

from kg.link.contents import content_words, normalised
from kg.link.referents import Scene
from kg.link.restatement import Restatements
from kg.model import Attribution, AttributionId, ClaimId, Conveyance, Span, Stance

# An outer content is a pure relay if at most this share of its words with meaning is left
# once the inner attributions are taken out. "CNN says the agency said on Monday that P"
# leaves "Monday"; a second proposition beside P leaves a third or more.
_LEFT_BY_A_RELAY = 0.2
_RELAYING = frozenset({Stance.ASSERTS, Stance.CONFIRMS})


def conveyances(scene: Scene, attributions: Sequence[Attribution]) -> tuple[Conveyance, ...]:
    """The claims that the contents of ``attributions`` say, in the order given.

    Takes O(n·m) time for n own-voice sentences and m attributed contents.
    """
    claims = _claims(scene, attributions)
    said = {a.id: claims[a.id] for a in attributions if a.id in claims and not a.is_own_voice}
    restated = Restatements(scene, attributions).found()
    conveyed = []
    for attribution in attributions:
        if attribution.id in restated:
            target, confidence = restated[attribution.id]
            claim = said[_conveying(target, attributions, said)]
            conveyed.append(Conveyance(attribution.id, claim, True, confidence))
        elif attribution.id in claims:
            conveyed.append(Conveyance(attribution.id, claims[attribution.id]))
    return tuple(conveyed)


def _claims(scene: Scene, attributions: Sequence[Attribution]) -> dict[AttributionId, ClaimId]:
    inner: dict[AttributionId, list[Attribution]] = {}
    for attribution in attributions:
        if attribution.nested_in:
            inner.setdefault(attribution.nested_in, []).append(attribution)
    found = {}
    for attribution in attributions:
        nested = inner.get(attribution.id, [])
        rumour = _dismissed(attribution, nested)
        if rumour:
            found[attribution.id] = claim_of(scene, rumour)
        elif not _is_pure_relay(scene, attribution, nested):
            found[attribution.id] = claim_of(scene, attribution)
    return found


def claim_of(scene: Scene, attribution: Attribution) -> ClaimId:
    """The claim that the wording of the content names."""
    return scene.names.claim(normalised(scene.document, attribution.content))


def _is_pure_relay(scene: Scene, outer: Attribution, nested: Sequence[Attribution]) -> bool:
    if not nested or outer.stance not in _RELAYING:
        return False
    text, lang = scene.document.text, scene.lang
    spans = [s for a in nested for s in (*a.source.spans, *a.cue, *a.content)]
    whole = sum(len(content_words(s.of(text), lang)) for s in outer.content)
    left = sum(len(content_words(part, lang)) for part in _without(text, outer.content, spans))
    return left <= _LEFT_BY_A_RELAY * max(whole, 1)


def _without(text: str, content: Sequence[Span], inner: Sequence[Span]) -> list[str]:
    parts = []
    for span in content:
        at = span.start
        for other in sorted(inner):
            if other.start > at:
                parts.append(text[at : min(other.start, span.end)])
            at = max(at, other.end)
            if at >= span.end:
                break
        parts.append(text[at : span.end])
    return parts


def _dismissed(outer: Attribution, nested: Sequence[Attribution]) -> Attribution | None:
    """The rumour that ``outer`` is about: "X dismissed claims that P" denies P itself.

    Nobody is named as having made it, so the denial is of what was said, not of the saying.
    """
    if outer.stance in _RELAYING or len(nested) != 1:
        return None
    return nested[0] if not nested[0].source.spans else None


def _conveying(
    target: AttributionId, attributions: Sequence[Attribution], said: dict[AttributionId, ClaimId]
) -> AttributionId:
    """The attribution at or inside ``target`` that conveys its claim."""
    while target not in said:
        target = next(a.id for a in attributions if a.nested_in == target)
    return target
