"""The citation graph of a claim."""

from kg.graph.chains import ACCEPTANCE, DISPLAY, Links, chains_of, publisher_of
from kg.graph.citations import CitationGraph, Denial, Restatement, citation_graph

__all__ = [
    "ACCEPTANCE",
    "DISPLAY",
    "CitationGraph",
    "Denial",
    "Links",
    "Restatement",
    "chains_of",
    "citation_graph",
    "publisher_of",
]
