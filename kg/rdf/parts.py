"""A store cut into parts that can be checked one by one.

The shapes of one document need its own graph, the agents it names and the relations it makes,
and nothing else. Checking document by document keeps the time linear in the size of the store:
the validator's queries look at every statement it is given.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator

from pyoxigraph import NamedNode, Quad

from kg.model import DocumentId
from kg.rdf import vocabulary as kg
from kg.rdf.graphs import document_graph


def parts(quads: Iterable[Quad]) -> Iterator[list[Quad]]:
    """One part for each document, in the order of their IRIs, then one with all that is left."""
    graphs: dict[str, list[Quad]] = defaultdict(list)
    documents = set()
    for quad in quads:
        graphs[str(quad.graph_name)].append(quad)
        if quad.predicate == kg.TYPE and quad.object == kg.DOCUMENT:
            documents.add(_value(quad.subject))
    own = {each: graphs.pop(str(document_graph(DocumentId(each))), []) for each in documents}
    about, made_in = _by_subject(quad for rest in graphs.values() for quad in rest)
    needed: set[str] = set()
    for document in sorted(documents):
        named = {_value(quad.object) for quad in own[document]} | made_in[document]
        outside = named & about.keys()
        needed |= outside
        yield [*own[document], *_quads_about(outside, about)]
    yield _quads_about(about.keys() - needed, about)


def _by_subject(quads: Iterable[Quad]) -> tuple[dict[str, list[Quad]], dict[str, set[str]]]:
    about: dict[str, list[Quad]] = defaultdict(list)
    made_in: dict[str, set[str]] = defaultdict(set)
    for quad in quads:
        about[_value(quad.subject)].append(quad)
        if quad.predicate == kg.IS_MADE_IN:
            made_in[_value(quad.object)].add(_value(quad.subject))
    return about, made_in


def _quads_about(subjects: Collection[str], about: dict[str, list[Quad]]) -> list[Quad]:
    return [quad for subject in sorted(subjects) for quad in about[subject]]


def _value(term: object) -> str:
    return term.value if isinstance(term, NamedNode) else str(term)
