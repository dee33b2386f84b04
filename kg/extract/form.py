"""How much of a content stands in quotation marks."""

from collections.abc import Sequence

from kg.extract.drafts import Spans
from kg.extract.quotes import Quotation
from kg.model import Form

DIRECT = 0.9
"""Share of letters in quotation marks from which a content counts as wholly quoted."""


def form_of(text: str, content: Spans, quotations: Sequence[Quotation]) -> Form:
    """The form of ``content``: by the share of its letters and digits in quotation marks."""
    letters = quoted = 0
    for span in content:
        near = [
            q.outer for q in quotations if q.outer.start < span.end and span.start < q.outer.end
        ]
        for i in range(span.start, span.end):
            if text[i].isalnum():
                letters += 1
                quoted += any(q.start <= i < q.end for q in near)
    if not quoted:
        return Form.INDIRECT
    return Form.DIRECT if quoted >= DIRECT * letters else Form.MIXED
