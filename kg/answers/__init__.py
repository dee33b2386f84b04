"""Answers: where a claim comes from and how many distinct origins stand behind it."""

from kg.answers.as_json import to_json
from kg.answers.ceiling import Ceiling
from kg.answers.dossier import Dossier, dossier
from kg.answers.origins import Origin, Origins, origins
from kg.answers.policy import Policy
from kg.answers.transmission import Transmission, transmission
from kg.answers.verdict import verdict

__all__ = [
    "Ceiling",
    "Dossier",
    "Origin",
    "Origins",
    "Policy",
    "Transmission",
    "dossier",
    "origins",
    "to_json",
    "transmission",
    "verdict",
]
