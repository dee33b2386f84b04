"""From a reading to quads."""

from pyoxigraph import Quad

from kg.errors import UnreadableDocument
from kg.model import Names, Reading
from kg.rdf import vocabulary as kg
from kg.rdf.graphs import document_graph, relations_graph
from kg.rdf.mapping.agents import agent_quads, write_appearance
from kg.rdf.mapping.attributions import write_attribution
from kg.rdf.mapping.claims import write_conveyance, write_relation
from kg.rdf.mapping.documents import write_document
from kg.rdf.mapping.draft import Draft, in_order


def to_quads(reading: Reading, names: Names) -> list[Quad]:
    """One reading as quads of the document's graph, the agents graph and the relations graph.

    Sorted, without blank nodes, clock or chance: equal readings give equal lists. Takes time
    linear in the size of the reading, plus the sort.

    Args:
        reading: Attributions have distinct ids, and so have agents; an attribution conveys a
            claim at most once; relations differ in more than their confidence.
        names: Where the agents and relations graphs live.

    Raises:
        UnreadableDocument: A string holds half a surrogate pair, or an identifier is no IRI:
            neither has a place in RDF.
    """
    try:
        return in_order(_quads(reading, names))
    except ValueError as error:
        raise UnreadableDocument(
            f"{reading.document.doc_id}: cannot be written as RDF: {error}"
        ) from error


def _quads(reading: Reading, names: Names) -> set[Quad]:
    document = reading.document
    draft = Draft(document_graph(document.id))
    write_document(draft, reading)
    for place, agent in enumerate(sorted(reading.agents, key=lambda agent: agent.id)):
        write_appearance(draft, document.id, agent, place)
    for place, attribution in enumerate(reading.attributions):
        write_attribution(draft, document, attribution)
        draft.number(attribution.id, kg.POSITION, place)
    for place, conveyance in enumerate(reading.conveyances):
        write_conveyance(draft, conveyance, place)
    relations = Draft(relations_graph(names))
    for place, relation in enumerate(reading.relations):
        write_relation(relations, document.id, relation, place)
    agents = agent_quads(reading.agents, document.id, names)
    return draft.quads | relations.quads | set(agents)
