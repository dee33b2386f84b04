"""A reading as quads, and the same reading back from them.

``reading_from(to_quads(reading, names), reading.document.text)`` equals ``reading``. Three
graphs take part: the document's own, the one of agents, the one of claim relations. The
frozen text is in none of them: quads hold its SHA-256 and length, and every piece of evidence
holds the words that it points to.

Quotes, dates, addresses and further fields are plain strings, because a quad store may
rewrite the spelling of typed literals and of language tags. Nothing that a text reports is
written as a fact: ``kg:conveys`` says that the words convey it.

What is found across documents (`derivation_quads`) has a graph for itself and so has what each
reviewer decides (`judgement_quads`): both can be taken away, and the readings stay as they were.
"""

from kg.rdf.mapping.agents import agent_quads
from kg.rdf.mapping.derivations import derivation_quads, read_derivation
from kg.rdf.mapping.judgements import judgement_quads, read_judgements
from kg.rdf.mapping.lookup import Lookup, quads_of
from kg.rdf.mapping.read import reading_from
from kg.rdf.mapping.write import to_quads

__all__ = [
    "Lookup",
    "agent_quads",
    "derivation_quads",
    "judgement_quads",
    "quads_of",
    "read_derivation",
    "read_judgements",
    "reading_from",
    "to_quads",
]
