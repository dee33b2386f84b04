"""Asking a store: claims and sources named as people name them, answered by a dossier."""

from collections.abc import Sequence
from dataclasses import dataclass

from kg.answers import select
from kg.answers.dossier import Dossier, dossier, reviewed
from kg.answers.policy import Policy
from kg.graph import Corpus, judged, source_links
from kg.model import ClaimId, ClaimRelation, Folding, RelationKind, Ties
from kg.plugins import Store

_SAME_OR_NARROWER = frozenset({RelationKind.EQUIVALENT, RelationKind.ENTAILS})


@dataclass(frozen=True, slots=True)
class How:
    """How to count, in the words of the person who asks.

    Attributes:
        ignore: Sources to set aside, by name or IRI.
        side: Whether everybody on their side is set aside as well.
        fold: Which origins count as one.
        as_of: ISO date until which publications count; None for all.
        entailed: Whether claims that entail the one asked about are traced as well.
    """

    ignore: tuple[str, ...] = ()
    side: bool = False
    fold: Folding = Folding.ORGANISATION
    as_of: str | None = None
    entailed: bool = False


_PLAIN = How()


def trace(store: Store, claims: Sequence[str], how: How = _PLAIN) -> Dossier:
    """The dossier of one or more claims, traced as one proposition.

    Args:
        store: Where to look.
        claims: Each an IRI, a short id, or words, of which the best match is taken.
        how: How to count.

    Raises:
        InputError: A claim or source is unknown or ambiguous, or the date is none.
    """
    corpus = corpus_of(store)
    wordings = select.wordings(corpus.readings)
    wanted = [select.claim(text, wordings, corpus.claims) for text in claims]
    agents = corpus.agents
    mentioned = select.mentions(corpus.readings)
    policy = Policy(
        fold=how.fold,
        ignore=frozenset(select.source(text, agents.values(), mentioned) for text in how.ignore),
        side=how.side,
        as_of=how.as_of,
        entailed=how.entailed,
    )
    return traced(corpus, wanted, policy)


def corpus_of(store: Store) -> Corpus:
    """What ``store`` holds, as questions see it: findings and judgements applied."""
    readings = list(store.readings())
    own = [relation for reading in readings for relation in reading.relations]
    return judged(readings, store.derivation(), own, store.judgements())


def traced(corpus: Corpus, claims: Sequence[ClaimId], policy: Policy | None = None) -> Dossier:
    """The dossier of claims of a corpus, traced as one proposition with all that is the same."""
    relations = _concerning(corpus, claims)
    related = {end for relation in relations for end in (relation.subject, relation.object)}
    concerned = corpus.concerning({*claims, *related})
    links = source_links(concerned, corpus.ties.copies)
    ties = Ties(links=links, copies=corpus.ties.copies)
    found = dossier(concerned, claims, relations, policy, ties)
    return reviewed(found, corpus.judgements, corpus.class_of)


def _concerning(corpus: Corpus, claims: Sequence[ClaimId]) -> tuple[ClaimRelation, ...]:
    """The relations of ``claims`` and of all that is the same or narrower, over any steps."""
    asked: set[ClaimId] = set()
    found: dict[ClaimRelation, None] = {}
    wanted = set(claims)
    while fresh := wanted - asked:
        asked |= fresh
        for relation in corpus.relations_of(fresh):
            found[relation] = None
            if relation.kind in _SAME_OR_NARROWER:
                wanted |= {relation.subject, relation.object}
    return tuple(found)
