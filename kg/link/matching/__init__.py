"""The same claim in other words and languages: pairs of contents proposed, then decided.

Vectors propose, because a sentence and its translation lie near each other; so does a sentence
and its contrary, so structure decides: who and in what role, numbers, dates, polarity.
"""

from kg.link.matching.candidates import Held, candidates
from kg.link.matching.contents import Content, contents
from kg.link.matching.statements import Statement, statements
from kg.link.matching.verifier import AUTHOR, Verdict, Verifier

__all__ = [
    "AUTHOR",
    "Content",
    "Held",
    "Statement",
    "Verdict",
    "Verifier",
    "candidates",
    "contents",
    "statements",
]
