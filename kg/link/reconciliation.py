"""Asks a reconciliation service who an agent is; only a service that the caller names.

The service speaks the Reconciliation API [1]_ of the W3C Entity Reconciliation Community
Group, as the registers of libraries, companies and Wikidata do. It is sent names and, if the
caller says which, type ids: nothing of any text, no title, no name of an unnamed source.

What it answers is a proposal. Its scores have no common scale and its index holds whom it
holds, so a name that fits one entry there may still mean somebody else here.

.. [1] https://reconciliation-api.github.io/specs/0.2/
"""

import json
import re
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from http.client import HTTPException
from math import isfinite
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urlencode, urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from kg.errors import InputError, ServiceError
from kg.model import Agent, Resolution, ResolutionMethod, SourceId, SourceKind

BATCH = 25
"""Most names in one request; fewer where the service says so."""

LARGEST = 5_000_000
"""Bytes of an answer; 25 names with five candidates each take a hundredth of it."""

LONGEST_WAIT = 60.0
"""Seconds; a service that asks for more is given up at once, so that a batch does not hang."""

SUREST = 0.95
"""Most that a match counts: a service knows its own entries, not the text."""

FOR_REVIEW = 0.49
"""Most that anything else counts: it stays below acceptance until somebody has looked."""

UNASKED = frozenset({SourceKind.UNNAMED, SourceKind.OWN_VOICE, SourceKind.DOCUMENT})
"""Kinds that no register lists, or whose name is part of a text."""

_VERSIONS = ("0.1", "0.2")
_BUSY = 429
_FAULTY = 500
_SEE_OTHER = 303
_REMEDIES = dict.fromkeys((301, 302, 303, 307, 308), "that leads nowhere; check its address") | {
    401: "check the key in its address",
    403: "check the key in its address",
    404: "check its address",
    413: "the service takes fewer names at a time than it says; tell those who run it",
    429: "try again later",
}
_ADDRESS = re.compile(r"https?://[\w.:\[\]-]+([/?][!-~]*)?", re.ASCII | re.IGNORECASE)
_WEB = re.compile(r"https?://[\w.-]+(:\d+)?([/?#].*)?", re.IGNORECASE)
_OTHER = re.compile(r"(?!https?:)[a-z][a-z\d+.-]*:\w.*", re.IGNORECASE | re.ASCII)
_NO_IRI = re.compile(r"[^\w!#$&'()*+,./:;=?@~%-]|%(?![\da-fA-F]{2})")

_Query = tuple[str, str | None]


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody whom the service knows by a name like the one asked for.

    Attributes:
        id: IRI: the service's identifier space and its identifier.
        name: What the service calls it; its identifier where it has no name.
        score: How well it fits, on the service's own scale.
        match: Whether the service takes it for the one asked for.
    """

    id: SourceId
    name: str
    score: float
    match: bool


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a service says of itself.

    Attributes:
        name: What it is called.
        identifier_space: With what its IRIs begin.
        versions: Versions of the protocol that it speaks.
        batch_size: Most queries that it is sent at once.
    """

    name: str
    identifier_space: str
    versions: tuple[str, ...] = _VERSIONS[:1]
    batch_size: int = BATCH

    def iri(self, identifier: str) -> SourceId:
        """The IRI of an entity; an identifier that is a web address is one already.

        >>> Manifest("VIAF", "http://viaf.org/viaf").iri("129 83")
        'http://viaf.org/viaf/129%2083'
        """
        text = _NO_IRI.sub(lambda found: quote(found[0]), identifier)
        if not _WEB.fullmatch(text):
            space = self.identifier_space
            # Some name their space without the stroke that sets it off from the identifier.
            joint = "/" if _WEB.fullmatch(space) and space[-1].isalnum() else ""
            text = f"{space}{joint}{text}"
        whole, mark, fragment = text.partition("#")
        return SourceId(whole + mark + fragment.replace("#", "%23"))


@dataclass(slots=True)
class Service:
    """One reconciliation service.

    Attributes:
        url: Its address; a key belongs into the query part, which no message shows.
        timeout: Seconds of silence after which a request has failed.
        retries: How often it is sent again; the waits between are 1, 2, 4 … seconds.
        types: The service's type ids by kind; kinds left out are asked for without a type.
        sleep: Waits between two tries.

    Raises:
        InputError: The address is not one of the web.
    """

    url: str
    timeout: float = 10.0
    retries: int = 2
    types: Mapping[SourceKind, str] = field(default_factory=dict)
    sleep: Callable[[float], None] = time.sleep
    _known: Manifest | None = field(default=None, init=False, repr=False)

    def __post_init__(self) -> None:
        try:
            usable = _ADDRESS.fullmatch(self.url) and urlsplit(self.url).port != 0
        except ValueError:
            usable = False
        if not usable:
            raise InputError(
                f"{_shown(self.url)!r} is no address of a reconciliation service; "
                "give one that begins with http:// or https:// and holds no password"
            )

    def manifest(self) -> Manifest:
        """What the service says of itself; asked once.

        Raises:
            ServiceError: It fails, or speaks another protocol.
        """
        if self._known is None:
            self._known = self._manifest(self._ask())
        return self._known

    def reconcile(
        self, agents: Sequence[Agent], limit: int = 5
    ) -> dict[SourceId, tuple[Candidate, ...]]:
        """Whom the service proposes for each agent that can be asked for, best first.

        Every name of an agent is asked for, in whatever language, and a name that several
        share only once. Takes n / 25 requests for n names, and one for the manifest.

        Args:
            agents: Whom to ask for; unnamed sources and documents are passed over.
            limit: Most candidates for one name.

        Raises:
            ServiceError: The service fails; what other batches found is lost with it.
            InputError: The limit is below 1.
        """
        if limit < 1:
            raise InputError(f"at least 1 candidate must be asked for, not {limit}")
        wanted: dict[SourceId, list[_Query]] = {}
        for agent in agents:
            if agent.kind not in UNASKED:
                wanted.setdefault(agent.id, []).extend(self._queries(agent))
        queries = list(dict.fromkeys(query for each in wanted.values() for query in each))
        size = self.manifest().batch_size if queries else BATCH
        found: dict[_Query, tuple[Candidate, ...]] = {}
        for start in range(0, len(queries), size):
            found |= self._batch(queries[start : start + size], limit)
        return {
            agent: _ranked(candidate for query in each for candidate in found.get(query, ()))
            for agent, each in wanted.items()
        }

    def _queries(self, agent: Agent) -> list[_Query]:
        names = (_clean(name) for name in (agent.name, *(name for _, name in agent.names)))
        return [(name, self.types.get(agent.kind)) for name in names if name]

    def _batch(self, queries: Sequence[_Query], limit: int) -> dict[_Query, tuple[Candidate, ...]]:
        """What is found for each query; one that the service leaves out has nothing."""
        asked = {f"q{n}": query for n, query in enumerate(queries)}
        body = {key: _worded(query, limit) for key, query in asked.items()}
        answer = self._ask(urlencode({"queries": json.dumps(body)}).encode())
        found = {}
        failures = []
        for key, query in asked.items():
            match answer.get(key):
                case {"result": list(entries)}:
                    found[query] = tuple(self._candidate(entry) for entry in entries)
                case {"error": said}:
                    failures.append(said)
                case None:
                    pass
                case _:
                    raise self._foreign(f"its answer to {query[0]!r} has no list 'result'")
        if failures and not found:
            raise self._refused(failures[0])
        if not found:
            raise self._foreign("it answers none of the queries")
        return found

    def _candidate(self, entry: Any) -> Candidate:  # noqa: ANN401 - as JSON gives it
        match entry:
            case {"id": str(key), "score": float(score)} if key and isfinite(score):
                name = entry.get("name")
                shown = _clean(name) if isinstance(name, str) else ""
                iri = self.manifest().iri(_clean(key))
                return Candidate(iri, shown or _clean(key), score, entry.get("match") is True)
        raise self._foreign("a candidate has no 'id' or no 'score'")

    def _manifest(self, told: dict[str, Any]) -> Manifest:
        space = told.get("identifierSpace")
        if not isinstance(space, str) or not _is_iri(space):
            raise self._foreign("its manifest has no IRI as 'identifierSpace'")
        listed = told.get("versions")
        # Version 0.1 had no such field.
        versions = tuple(map(str, listed)) if isinstance(listed, list) else _VERSIONS[:1]
        if not set(_VERSIONS).intersection(versions):
            raise self._foreign(f"it speaks version {', '.join(versions)} only")
        size = told.get("batchSize")
        most = int(min(size, BATCH)) if isinstance(size, float) and size >= 1 else BATCH
        return Manifest(_clean(str(told.get("name") or _shown(self.url))), space, versions, most)

    def _ask(self, form: bytes | None = None) -> dict[str, Any]:
        """What the service answers to a form, or without one."""
        body = self._patiently(form)
        if len(body) > LARGEST:
            raise self._failed(f"answers with over {LARGEST:,} bytes; ask for fewer candidates")
        try:
            # Numbers of any length, and none that Python would refuse to read.
            answer = json.loads(body, parse_int=float)
        except (ValueError, RecursionError) as error:
            raise self._foreign("its answer is no JSON") from error
        if not isinstance(answer, dict):
            raise self._foreign("its answer is no JSON object")
        if answer.get("error"):
            raise self._refused(answer["error"])
        return answer

    def _patiently(self, form: bytes | None) -> bytes:
        waits = iter([2.0**n for n in range(self.retries)])
        while True:
            try:
                return self._sent(form)
            except (OSError, HTTPException, ValueError) as error:
                failure = self._failure(error)
                wait = _wait(error, next(waits, None)) if failure.retryable else None
                if wait is None:
                    raise failure from error
            self.sleep(wait)

    def _sent(self, form: bytes | None) -> bytes:
        # No other scheme than http and https is let through.
        request = Request(self.url, form, {"Accept": "application/json"})  # noqa: S310
        with build_opener(_AtHome).open(request, timeout=self.timeout) as response:
            answer: bytes = response.read(LARGEST + 1)
        return answer

    def _failure(self, error: Exception) -> ServiceError:
        if not isinstance(error, HTTPError):
            why = _printable(str(error.reason if isinstance(error, URLError) else error))
            told = f"cannot be reached: {why}; check its address, or allow it more time"
            return self._failed(told, retryable=not isinstance(error, ValueError))
        remedy = _REMEDIES.get(error.code, "see what the service says of it")
        said = _words_of(error)
        told = f"answers with {error.code}{f' ({said})' if said else ''}; {remedy}"
        return self._failed(told, retryable=error.code == _BUSY or error.code >= _FAULTY)

    def _foreign(self, why: str) -> ServiceError:
        known = " and ".join(_VERSIONS)
        told = f"does not answer as the Reconciliation API {known} has it: {_printable(why)}"
        return self._failed(f"{told}; check its address")

    def _refused(self, said: object) -> ServiceError:
        words = _printable(said if isinstance(said, str) else json.dumps(said))
        return self._failed(f"reports an error ({words}); see what the service says of it")

    def _failed(self, told: str, *, retryable: bool = False) -> ServiceError:
        return ServiceError(f"{_shown(self.url)} {told}", retryable=retryable)


def resolutions(found: Mapping[SourceId, Sequence[Candidate]]) -> tuple[Resolution, ...]:
    """At most one statement for each agent that it is somebody the service knows; sorted.

    Only a sole match can be accepted without review. Scores are read as percentages if any of
    ``found`` lies above 1, else as fractions; so hand in all that one service has found.

    >>> found = {"urn:a": [Candidate("urn:q", "A", 88.0, True)]}
    >>> [(r.same_as, r.confidence) for r in resolutions(found)]
    [('urn:q', 0.88)]
    """
    scale = 100.0 if any(c.score > 1 for each in found.values() for c in each) else 1.0
    made = []
    for agent, candidates in sorted(found.items()):
        ranked = _ranked(candidates)
        # Whom the service knows by the very IRI that the agent has needs no statement.
        if ranked and ranked[0].id != agent:
            most = SUREST if sum(c.match for c in ranked) == 1 else FOR_REVIEW
            confidence = round(min(max(ranked[0].score / scale, 0.0), most), 4)
            made.append(Resolution(agent, ranked[0].id, ResolutionMethod.SERVICE, confidence))
    return tuple(made)


class _AtHome(HTTPRedirectHandler):
    """Names go to no host but the one that the user has named, and never less protected."""

    def redirect_request(self, req: Request, *rest: Any) -> Request:  # noqa: ANN401 - as called
        answer, code, *_, address = rest
        answer.close()  # or it would be read, however long it is
        old, new = urlsplit(req.full_url), urlsplit(address)
        upgraded = (old.scheme, new.scheme) == ("http", "https")
        same = (old.scheme, old.port) == (new.scheme, new.port)
        if old.hostname != new.hostname or not (upgraded or same):
            raise ServiceError(
                f"{_shown(req.full_url)} redirects to {_shown(address)}, which was sent nothing; "
                "give that address if you trust it"
            )
        form = None if code == _SEE_OTHER else req.data
        # The scheme is one of the two that were compared.
        return Request(address, form, dict(req.headers))  # noqa: S310


def _ranked(candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """Each entity once, as it fits best; matches first, then by score."""
    best: dict[SourceId, Candidate] = {}
    for candidate in sorted(candidates, key=lambda c: (not c.match, -c.score, c.id, c.name)):
        best.setdefault(candidate.id, candidate)
    return tuple(best.values())


def _is_iri(space: str) -> bool:
    return not _NO_IRI.search(space) and bool(_WEB.fullmatch(space) or _OTHER.fullmatch(space))


def _worded(query: _Query, limit: int) -> dict[str, str | int]:
    name, kind = query
    worded: dict[str, str | int] = {"query": name, "limit": limit}
    return worded if kind is None else worded | {"type": kind}


def _wait(error: Exception, planned: float | None) -> float | None:
    """Seconds until the next try; None to give up."""
    asked = error.headers.get("Retry-After", "") if isinstance(error, HTTPError) else ""
    if planned is None or not asked.isdecimal():
        return planned
    return float(asked) if float(asked) <= LONGEST_WAIT else None


def _words_of(error: HTTPError) -> str:
    try:
        with error:
            return _printable(error.read(1_000).decode("utf-8", "replace"))
    except (OSError, HTTPException, ValueError):  # the last one where it is closed already
        return ""


def _printable(said: str) -> str:
    return " ".join("".join(c if c.isprintable() else " " for c in said).split())[:200]


def _clean(text: str) -> str:
    """Without half characters, which no request can carry, and doubled white space."""
    return " ".join(text.encode("utf-8", "ignore").decode().split())


def _shown(address: str) -> str:
    """An address without what may be a key or a password."""
    return _printable(re.sub(r"//[^/?#]*@", "//…@", address.partition("?")[0]))
