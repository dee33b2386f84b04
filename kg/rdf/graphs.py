"""In which named graph what stands.

One graph a document, so that a document can be replaced in one step; one for what is known of
agents, one for relations between claims, one for runs, one for each reviewer, whose word is never
mixed with another's, and one for each set of derived facts, which can be thrown away and computed
again.
"""

import re
from hashlib import sha256

from pyoxigraph import NamedNode

from kg.model import DocumentId, Names, fold

_NOT_IN_SLUG = re.compile(r"[^a-z0-9]+")


def document_graph(document: DocumentId) -> NamedNode:
    """The graph of what was read in one document.

    >>> document_graph(DocumentId("urn:d/1")).value
    'urn:d/1/graph'
    """
    return NamedNode(f"{document}/graph")


def agents_graph(names: Names) -> NamedNode:
    """The graph of what is known of agents outside any text."""
    return NamedNode(f"{names.base}graph/agents")


def relations_graph(names: Names) -> NamedNode:
    """The graph of relations between claims."""
    return NamedNode(f"{names.base}graph/relations")


def runs_graph(names: Names) -> NamedNode:
    """The graph of runs: the only one that may hold what a clock showed."""
    return NamedNode(f"{names.base}graph/runs")


def reviewer_graph(names: Names, reviewer: str) -> NamedNode:
    """The graph of what one reviewer decided, and nobody else.

    The name is shortened to what an IRI can hold; the digits keep apart whom that makes alike.

    >>> reviewer_graph(Names("urn:x/"), "Zoé Martin").value
    'urn:x/graph/reviewer/zoe-martin-89d2e95c'
    """
    slug = _NOT_IN_SLUG.sub("-", fold(reviewer)).strip("-")[:48]
    digest = sha256(reviewer.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    name = "-".join(part for part in (slug, digest) if part)
    return NamedNode(f"{names.base}graph/reviewer/{name}")


def derived_graph(names: Names, rule_set: str) -> NamedNode:
    """The graph of what one set of rules derives; always rebuildable."""
    return NamedNode(f"{names.base}graph/derived/{rule_set}")
