"""Who speaks when the document itself speaks.

What an outlet tells without a source it answers for itself. Text credited to an agency is
the agency's, whoever prints it; where no publisher is known, the document stands for itself.
"""

from urllib.parse import urlsplit

from kg.link.lexicon import words_of
from kg.link.mentions import Mention
from kg.link.referents import Scene
from kg.link.wording import words as words_in
from kg.model import OUTLETS, Agent, AttributionId, SourceId, SourceKind, fold

_SHORTEST_ACRONYM = 4


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
    return named[0] if named else _unknown(scene, document.publisher)


def speaks_itself(mention: Mention, outer: AttributionId | None, scene: Scene) -> bool:
    """Whether "we" or "our" is the paper itself: outside quotation marks, in nobody's words."""
    if mention.phrase.text.lower() not in words_of(scene.lang, "ourselves") or outer:
        return False
    line = scene.document.text[: mention.start].rpartition("\n")[2]
    opened = sum(line.count(mark) for mark in "«“") - sum(line.count(mark) for mark in "»”")
    return opened <= 0 and line.count('"') % 2 == 0


def _unknown(scene: Scene, name: str) -> Agent:
    """A publisher that no gazetteer holds: an outlet, unless its name is that of a body.

    Ministries, panels and institutes publish, too; what they say is their own word and no
    relay.
    """
    entries = scene.gazetteer.find(name, scene.lang)
    bodies = [entry.agent for entry in entries if not entry.weak]
    words = {word.folded for word in words_in(name)}
    media = any(words & _folded(lang, "outlet_words") for lang in ("en", "fr"))
    if bodies and not media:
        return bodies[0]
    acronym = name.isupper() and name.isalpha() and len(name) >= _SHORTEST_ACRONYM
    organised = any(words & _folded(lang, "organization_words") for lang in ("en", "fr"))
    organised = organised or any(words & _folded(lang, "bodies") for lang in ("en", "fr"))
    kind = SourceKind.OUTLET if media or not (acronym or organised) else SourceKind.ORGANIZATION
    return scene.coined(kind, name)


def _folded(lang: str, group: str) -> frozenset[str]:
    return frozenset(fold(word) for word in words_of(lang, group))


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
