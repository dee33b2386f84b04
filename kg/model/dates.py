"""Which of two publications came first, as far as their dates tell.

Dates are compared at the coarser precision of the two: "October 2024" and "3 October 2024"
cannot be put in order, nor can two texts of one day without a time.
"""

import re
from datetime import date, datetime

_ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ]\d\d:\d\d.*)?)?)?")


def is_date(text: str) -> bool:
    """Whether ``text`` is a date or date-time of ISO 8601, down to the year alone.

    >>> is_date("2024-10"), is_date("2024-13"), is_date("last week")
    (True, False, False)
    """
    return bool(_parts(text))


def earlier(one: str | None, other: str | None) -> bool | None:
    """Whether ``one`` is before ``other``; None if nobody can tell.

    Times count only where both have one and both or neither name their zone.

    >>> earlier("2024-10-03", "2024-10-04"), earlier("2024-10", "2024-10-04")
    (True, None)
    """
    if not one or not other:
        return None
    moments = _moment(one), _moment(other)
    if moments[0] and moments[1] and (moments[0].tzinfo is None) == (moments[1].tzinfo is None):
        return None if moments[0] == moments[1] else moments[0] < moments[1]
    days = _parts(one), _parts(other)
    precision = min(len(days[0]), len(days[1]))
    first, second = days[0][:precision], days[1][:precision]
    return None if first == second else first < second


def _parts(text: str) -> tuple[int, ...]:
    """Year, month and day as far as given; empty for what is no date."""
    match = _ISO.fullmatch(text.strip())
    parts = tuple(int(part) for part in match.groups() if part) if match else ()
    try:
        date(*(*parts, 1, 1)[:3] if parts else (0, 0, 0))
    except ValueError:
        return ()
    return parts


def _moment(text: str) -> datetime | None:
    if len(text.strip()) <= len("2024-10-03"):
        return None
    try:
        return datetime.fromisoformat(text.strip())
    except ValueError:
        return None
