"""How much of a content stands in quotation marks."""

from collections.abc import Sequence
from itertools import accumulate

from kg.extract.drafts import Spans
from kg.extract.quotes import Quotation
from kg.model import Form

DIRECT = 0.9
"""Share of letters in quotation marks from which a content counts as wholly quoted."""


class Forms:
    """Tells the form of any content of one text in constant time, after one pass over it.

    >>> from kg.extract.quotes import find_quotations
    >>> from kg.model import Span
    >>> text = "Il le dit « faux »."
    >>> forms = Forms(text, find_quotations(text))
    >>> str(forms.of((Span(12, 16),))), str(forms.of((Span(0, 16),)))
    ('direct', 'mixed')
    """

    def __init__(self, text: str, quotations: Sequence[Quotation]) -> None:
        marked = bytearray(len(text))
        for quotation in quotations:
            start, end = quotation.outer.start, quotation.outer.end
            marked[start:end] = bytes([1]) * (end - start)
        letters = [c.isalnum() for c in text]
        quoted = (a and bool(b) for a, b in zip(letters, marked, strict=True))
        self._letters = list(accumulate(letters, initial=0))
        self._quoted = list(accumulate(quoted, initial=0))

    def of(self, content: Spans) -> Form:
        """The form of ``content``: by the share of its letters and digits in marks."""
        letters = sum(self._letters[s.end] - self._letters[s.start] for s in content)
        quoted = sum(self._quoted[s.end] - self._quoted[s.start] for s in content)
        if not quoted:
            return Form.INDIRECT
        return Form.DIRECT if quoted >= DIRECT * letters else Form.MIXED
