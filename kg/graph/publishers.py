"""Who published a document, and who speaks when the document itself speaks.

They differ where a paper prints the text of an agency: the paper published it, the agency
answers for it.
"""

from collections.abc import Iterable
from urllib.parse import urlsplit

from kg.model import OUTLETS, Agent, Attribution, DocumentId, Reading, SourceId, unnamed_source
from kg.model import fold as folded


def publisher_of(reading: Reading) -> SourceId:
    """Who published the document, mostly an outlet; the document itself where nobody knows."""
    document = reading.document
    outlets = [agent for agent in reading.agents if agent.kind in OUTLETS]
    by_address = _at(document.url, outlets)
    named = document.publisher
    by_name = (_called(named, outlets) or _called(named, reading.agents)) if named else None
    # Credited text speaks for the agency, so its voice does not tell who printed it.
    spoken = None if document.credited_to else _own_voice(reading)
    return by_name or by_address or spoken or SourceId(document.id)


def voice_of(reading: Reading) -> SourceId:
    """Whose word the document's own voice is: the credited agency's, or the publisher's."""
    spoken = _own_voice(reading)
    if spoken:
        return spoken
    credited = reading.document.credited_to
    outlets = [agent for agent in reading.agents if agent.kind in OUTLETS]
    return (credited and _called(credited, outlets)) or publisher_of(reading)


def source_of(attribution: Attribution, document: DocumentId) -> SourceId:
    """The source's IRI; a source that has not been linked is an unnamed one of its document."""
    if attribution.source.id:
        return attribution.source.id
    spans = attribution.source.spans or attribution.cue or attribution.content
    return unnamed_source(document, spans[0].start)


def _own_voice(reading: Reading) -> SourceId | None:
    return next((a.source.id for a in reading.attributions if a.is_own_voice), None)


def _called(name: str, agents: Iterable[Agent]) -> SourceId | None:
    wanted = folded(name)
    for agent in agents:
        if wanted in {folded(agent.name), *(folded(other) for _, other in agent.names)}:
            return agent.id
    return None


def _at(url: str | None, agents: Iterable[Agent]) -> SourceId | None:
    try:
        host = urlsplit(url).hostname or "" if url else ""
    except ValueError:
        # An address that is none tells nothing.
        return None
    for agent in agents:
        if agent.domain and (host == agent.domain or host.endswith(f".{agent.domain}")):
            return agent.id
    return None
