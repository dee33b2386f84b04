"""From quads to a reading."""

from collections.abc import Iterable

from pyoxigraph import Quad

from kg.errors import InvalidGraph
from kg.model import DocumentId, Reading
from kg.rdf import vocabulary as kg
from kg.rdf.mapping.agents import read_agents
from kg.rdf.mapping.attributions import read_attributions
from kg.rdf.mapping.claims import read_conveyances, read_relations
from kg.rdf.mapping.documents import read_document
from kg.rdf.mapping.facts import Facts


def reading_from(quads: Iterable[Quad], text: str, document: DocumentId | None = None) -> Reading:
    """The reading that ``quads`` hold.

    Args:
        quads: The document's graph, with what the agents graph and the relations graph hold of
            it (`quads_of` collects them); quads of other documents do no harm.
        text: The frozen text of the document.
        document: Which document, if the quads describe several.

    Raises:
        InvalidGraph: Something that a reading needs is missing or has no meaning, or ``text``
            is not the one that was read.
    """
    facts = Facts(quads)
    which = document if document is not None else _only_document(facts)
    attributions = read_attributions(facts, which)
    return Reading(
        document=read_document(facts, which, text),
        attributions=attributions,
        conveyances=read_conveyances(facts, [each.id for each in attributions]),
        relations=read_relations(facts, which),
        agents=read_agents(facts, which),
    )


def _only_document(facts: Facts) -> DocumentId:
    found = facts.subjects(kg.TYPE, kg.DOCUMENT.value)
    if len(found) != 1:
        raise InvalidGraph(f"the quads describe {len(found)} documents; say which one to read")
    return DocumentId(found[0])
