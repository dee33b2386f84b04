"""Takes documents through all the steps, once each."""

from kg.jobs.dead_letters import FILE, DeadLetters
from kg.jobs.derivation import Derived, derive
from kg.jobs.pipeline import Batch, How, Steps, ingest

__all__ = ["FILE", "Batch", "DeadLetters", "Derived", "How", "Steps", "derive", "ingest"]
