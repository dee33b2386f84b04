"""How a claim spread: which outlet reported it first, and how long after it each other one.

Dates are as precise as they were given. Two papers of one day, without a time, cannot be put
in order, so both may have been first; the delay between them is zero days all the same. A text
without a date tells nothing, and while there is one nobody is certainly the first.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from kg.answers.coverage import Coverage
from kg.model import Document, SourceId, earlier, is_date

_DAY = len("2024-10-03")
_HOURS_OF_A_DAY = 24


@dataclass(frozen=True, slots=True)
class Delay:
    """How long after another text one was published.

    Attributes:
        value: In ``unit``; hours with two decimals, whole days.
        unit: ``hours`` where both texts have a time of day, else ``days``.
    """

    value: float
    unit: str

    @property
    def days(self) -> float:
        """In days, whatever the unit."""
        return self.value / _HOURS_OF_A_DAY if self.unit == "hours" else self.value


@dataclass(frozen=True, slots=True)
class Report:
    """The first text in which an outlet reported the claim.

    Attributes:
        outlet: Who reported it: the publisher, or the agency that the text is credited to.
        document: The text.
        is_first: Whether nobody is known to have been earlier.
        delay: After the first report; None for the first itself, and where dates do not tell.
    """

    outlet: SourceId
    document: Document
    is_first: bool
    delay: Delay | None


@dataclass(frozen=True, slots=True)
class Spread:
    """Who reported a claim, one after the other.

    Attributes:
        reports: One an outlet, by date, those without a date last.
        certain: Whether it is known who was the first: one outlet, and no text without a date.
        undated: Documents without a date that report it, in canonical order.
    """

    reports: tuple[Report, ...]
    certain: bool
    undated: tuple[Document, ...]

    @property
    def first(self) -> tuple[Report, ...]:
        """The reports before which none is known; several where dates cannot tell them apart."""
        return tuple(report for report in self.reports if report.is_first)


def spread(coverage: Coverage, documents: Iterable[Document]) -> Spread:
    """Who reported the claim of ``coverage``, among ``documents``.

    To report is to support: a text that only carries a denial reports nothing. A dispatch that
    a paper prints is the agency's report; the paper itself comes after it, by no time at all.
    O(d²) for d documents of the claim.
    """
    telling = [d for d in documents if d.id in coverage.accounts]
    telling = [d for d in telling if coverage.accounts[d.id].supporting]
    dated = [d for d in telling if moment(d.published)]
    earliest = [d for d in dated if not any(earlier(e.published, d.published) for e in dated)]
    first = {coverage.accounts[d.id].voice for d in earliest}
    reports = tuple(
        Report(outlet, document, outlet in first, _after(earliest, document, outlet in first))
        for outlet, document in _firsts(coverage, telling)
    )
    undated = tuple(d for d in telling if d not in dated)
    others = {coverage.accounts[d.id].voice for d in undated} - first
    return Spread(reports, len(first) == 1 and not others, undated)


def _firsts(
    coverage: Coverage, documents: Iterable[Document]
) -> Iterator[tuple[SourceId, Document]]:
    """The first text of each outlet, in order of publication."""
    seen: set[SourceId] = set()
    for document in sorted(documents, key=publication):
        account = coverage.accounts[document.id]
        # The agency goes before the paper that prints it.
        for outlet in dict.fromkeys((account.voice, account.publisher)):
            if outlet not in seen:
                seen.add(outlet)
                yield outlet, document


def _after(earliest: Sequence[Document], document: Document, is_first: bool) -> Delay | None:
    """The delay after the first texts, at the coarsest precision among them."""
    delays = [delay(one.published, document.published) for one in earliest]
    known = [found for found in delays if found is not None]
    if is_first or not known or len(known) < len(delays):
        return None
    return next((found for found in known if found.unit == "days"), known[0])


def delay(first: str | None, later: str | None) -> Delay | None:
    """How long ``later`` is after ``first``; None where a day is missing.

    >>> delay("2024-10-03", "2024-10-05T08:00")
    Delay(value=2, unit='days')
    >>> delay("2024-10-03T06:00", "2024-10-03T08:30")
    Delay(value=2.5, unit='hours')
    """
    if not first or not later or not (is_date(first) and is_date(later)):
        return None
    begun, ended = _time(first), _time(later)
    if begun and ended and (begun.tzinfo is None) == (ended.tzinfo is None):
        return Delay(round((ended - begun).total_seconds() / 3600, 2), "hours")
    days = [text.strip()[:_DAY] for text in (first, later)]
    if any(len(day) < _DAY for day in days):
        return None
    return Delay((date.fromisoformat(days[1]) - date.fromisoformat(days[0])).days, "days")


def publication(document: Document) -> tuple[str, str, str]:
    """By what documents are put in order of publication; those without a date come last."""
    when = moment(document.published)
    return when.isoformat() if when else "~", document.published or "", document.id


def moment(published: str | None) -> datetime | None:
    """The first moment that a date may mean, in UTC where it names its zone; None if it is none."""
    if not published or not is_date(published):
        return None
    time = _time(published)
    if time is not None:
        return time.astimezone(UTC).replace(tzinfo=None) if time.tzinfo else time
    year, month, day = (*(int(part) for part in published.strip()[:_DAY].split("-")), 1, 1)[:3]
    return datetime(year, month, day)  # noqa: DTZ001 - as naive as the date was given


def _time(published: str) -> datetime | None:
    if len(published.strip()) <= _DAY:
        return None
    try:
        return datetime.fromisoformat(published.strip())
    except ValueError:
        return None
