"""Talks to an OpenAI-compatible chat service: one question, one answer, patience between."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http.client import HTTPException
from typing import Any, ClassVar
from urllib.error import HTTPError, URLError
from urllib.request import HTTPRedirectHandler, Request, build_opener

from kg.errors import ExtractorUnavailable
from kg.extract.llm.prompt import request

RETRIES = 3
"""How often a question is put again; the waits between are 1, 2 and 4 seconds."""

LONGEST_WAIT = 60.0
"""Seconds; a service that asks for more is given up at once, so that a batch does not hang."""

TIMEOUT = 300.0
"""Seconds of silence; a large model on a small machine thinks for minutes about one page."""

LARGEST = 1_000_000
"""Bytes of an answer; fifty attributions of a window take a tenth of it."""

_BUSY = 429
_FAULTY = 500
_REMEDIES = {
    401: "check KG_LLM_KEY",
    403: "check KG_LLM_KEY",
    404: "check KG_LLM_URL and KG_LLM_MODEL",
    429: "try again later",
}


class _NoRedirects(HTTPRedirectHandler):
    """Neither text nor key goes to an address that the user has not named."""

    def redirect_request(self, *_: Any) -> None:  # noqa: ANN401 - as the library calls it
        return None


@dataclass(slots=True)
class Endpoint:
    """One model of one service.

    Attributes:
        url: Base address, to which ``/chat/completions`` is added.
        model: The model's name there.
        key: Sent as bearer token; None to send none.
        budget: Most requests that this process sends, whatever the number of endpoints.
        sleep: Waits between two tries.
        sent: Requests that this process has sent so far.
    """

    sent: ClassVar[int] = 0

    url: str
    model: str
    key: str | None
    budget: int
    sleep: Callable[[float], None]

    def ask(self, window: str) -> str | None:
        """The model's answer about one piece of text; None if it gave none or too long a one.

        Raises:
            ExtractorUnavailable: The service fails, or the budget is used up.
        """
        waits = iter([2.0**n for n in range(RETRIES)])
        while True:
            try:
                return self._answer(self._post(window))
            except (OSError, HTTPException) as error:
                failure = self._failure(error)
                wait = _wait(error, next(waits, None)) if failure.retryable else None
                if wait is None:
                    raise failure from error
            self.sleep(wait)

    def _post(self, window: str) -> bytes:
        if Endpoint.sent >= self.budget:
            raise ExtractorUnavailable(
                f"the budget of {self.budget} requests is used up; raise KG_LLM_BUDGET"
            )
        Endpoint.sent += 1
        headers = {"Content-Type": "application/json", "Accept": "application/json"}
        if self.key:
            headers["Authorization"] = f"Bearer {self.key}"
        address = f"{self.url.rstrip('/')}/chat/completions"
        body = json.dumps(request(self.model, window)).encode()
        # The settings let no other scheme than http and https through.
        asked = Request(address, body, headers)  # noqa: S310
        with build_opener(_NoRedirects).open(asked, timeout=TIMEOUT) as response:
            answer: bytes = response.read(LARGEST + 1)
        return answer

    def _answer(self, body: bytes) -> str | None:
        if len(body) > LARGEST:
            return None
        try:
            content = json.loads(body)["choices"][0]["message"]["content"]
        except (ValueError, RecursionError, LookupError, TypeError) as error:
            raise ExtractorUnavailable(
                f"{self.url} does not answer as an OpenAI-compatible service; check KG_LLM_URL"
            ) from error
        return content if isinstance(content, str) else None

    def _failure(self, error: Exception) -> ExtractorUnavailable:
        if not isinstance(error, HTTPError):
            why = error.reason if isinstance(error, URLError) else error
            told = f"{self.url} cannot be reached: {why}; check KG_LLM_URL"
            return ExtractorUnavailable(told, retryable=True)
        remedy = _REMEDIES.get(error.code, "see what the service says of it")
        told = f"{self.url} answers with {error.code}{self._words(error)}; {remedy}"
        is_passing = error.code == _BUSY or error.code >= _FAULTY
        return ExtractorUnavailable(told, retryable=is_passing)

    def _words(self, error: HTTPError) -> str:
        """What the service says of its failure: shortened, printable, without the key."""
        try:
            with error:
                said = error.read(1_000).decode("utf-8", "replace")
        except (OSError, HTTPException):
            return ""
        said = said.replace(self.key, "…") if self.key else said
        shown = "".join(c if c.isprintable() else " " for c in said)
        return f" ({' '.join(shown.split())[:200]})" if shown.strip() else ""


def _wait(error: Exception, planned: float | None) -> float | None:
    """Seconds until the next try; None to give up."""
    if planned is None or not isinstance(error, HTTPError):
        return planned
    asked = _seconds(error.headers.get("Retry-After", ""))
    if asked is None:
        return planned
    return asked if asked <= LONGEST_WAIT else None


def _seconds(retry_after: str) -> float | None:
    """The wait that a service asks for, in seconds or until a date; None if it asks for none."""
    if retry_after.isdecimal():
        return float(retry_after)
    try:
        until = parsedate_to_datetime(retry_after)
    except ValueError:
        return None
    return max(0.0, (until.astimezone(UTC) - datetime.now(UTC)).total_seconds())
