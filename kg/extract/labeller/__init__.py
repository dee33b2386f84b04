"""The learned layer: finds acts that no rule knows, and weighs what the rules have found.

Two conditional random fields [1]_ read each sentence: the first marks cue words, the second,
given one cue, its source and its content. What the rules drew is among their features, so
they learn where to trust them. A logistic regression then says how likely each reading is.
Weights, data and figures: ``docs/reference/model-card.md``.

.. [1] J. Lafferty, A. McCallum, F. Pereira, "Conditional Random Fields", ICML 2001.
"""

from kg.extract.labeller.models import VERSION
from kg.extract.labeller.weighing import weigh

__all__ = ["VERSION", "weigh"]
