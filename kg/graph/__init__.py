"""The citation graph of a claim."""

from kg.graph.accounts import ACCEPTANCE, DISPLAY, Account, Way, account_of
from kg.graph.chains import MOST_LISTED, Stretch
from kg.graph.circles import Circle, Inversion
from kg.graph.citations import (
    PLAINLY,
    Aside,
    CitationGraph,
    Denial,
    Question,
    Relabelling,
    Restatement,
)
from kg.graph.claim import citation_graph
from kg.graph.copies import Copy
from kg.graph.corpus import Corpus
from kg.graph.judging import disagreements, judged, spans_from, standing, taken_back
from kg.graph.network import chain_network
from kg.graph.publishers import publisher_of, source_of, voice_of
from kg.graph.stitching import source_links
from kg.graph.view import to_networkx

__all__ = [
    "ACCEPTANCE",
    "DISPLAY",
    "MOST_LISTED",
    "PLAINLY",
    "Account",
    "Aside",
    "Circle",
    "CitationGraph",
    "Copy",
    "Corpus",
    "Denial",
    "Inversion",
    "Question",
    "Relabelling",
    "Restatement",
    "Stretch",
    "Way",
    "account_of",
    "chain_network",
    "citation_graph",
    "disagreements",
    "judged",
    "publisher_of",
    "source_links",
    "source_of",
    "spans_from",
    "standing",
    "taken_back",
    "to_networkx",
    "voice_of",
]
