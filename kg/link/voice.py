"""Who speaks when the document itself speaks.

What an outlet tells without a source it answers for itself. Text credited to an agency is
the agency's, whoever prints it; where no publisher is known, the document stands for itself.
"""

from urllib.parse import urlsplit

from kg.link.referents import Scene
from kg.model import OUTLETS, Agent, SourceId, SourceKind


def publisher(scene: Scene) -> Agent | None:
    """The outlet that published the document, by its address or its name."""
    document = scene.document
    host = urlsplit(document.url).hostname if document.url else None
    by_address = scene.gazetteer.by_domain(host) if host else None
    if by_address and not document.publisher:
        return by_address
    if not document.publisher:
        return None
    entries = scene.gazetteer.find(document.publisher, scene.lang)
    named = [entry.agent for entry in entries if entry.agent.kind in OUTLETS]
    if by_address and (by_address in named or not named):
        return by_address
    return named[0] if named else scene.coined(SourceKind.OUTLET, document.publisher)


def credited(scene: Scene) -> Agent | None:
    """The agency of byline, credit line or dateline."""
    name = scene.document.credited_to
    if not name:
        return None
    entries = scene.gazetteer.find(name, scene.lang)
    known = [entry.agent for entry in entries if entry.agent.kind in OUTLETS]
    return known[0] if known else scene.coined(SourceKind.AGENCY, name)


def own_voice(scene: Scene) -> Agent:
    """Who answers for what the document says in its own voice."""
    document = scene.document
    itself = Agent(
        id=SourceId(document.id), kind=SourceKind.DOCUMENT, name=document.title or document.doc_id
    )
    return credited(scene) or publisher(scene) or itself
