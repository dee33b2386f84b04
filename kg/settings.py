"""Settings: the ``KG_*`` variables as one frozen value; nobody else reads the environment."""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from kg.errors import BadSettings

LANGUAGES = ("en", "fr")
"""Languages that this release reads."""

_SERVICE = re.compile(
    r"https?://(?:[\w.-]+|\[[\da-f:.]+\])(?::\d{1,5})?(?:/[\w./~%:-]*)?", re.ASCII | re.IGNORECASE
)
_HEADER_WORD = re.compile(r"[!-~]+")


@dataclass(frozen=True, slots=True)
class Settings:
    """What a user may set once for all commands.

    Attributes:
        store: Folder of the store (``KG_STORE``).
        base: Base IRI of a store to be made (``KG_BASE``); None for the local default.
        languages: Enabled languages (``KG_LANGUAGES``, comma-separated).
        eval_data: Folder of evaluation corpora (``KG_EVAL_DATA``); None where there are none.
        max_document_bytes: Larger documents go to the dead letters (``KG_MAX_DOCUMENT_MB``).
        patience: Seconds to wait for another writer of the store (``KG_PATIENCE``).
        pipelines: By language, the installed spaCy pipeline that parses (``KG_SPACY_EN``,
            ``KG_SPACY_FR``); empty for the ones that this release was made with.
        llm_url: Address of a language model's service (``KG_LLM_URL``); None: nothing is sent.
        llm_model: Which model it shall run (``KG_LLM_MODEL``).
        llm_key: What it asks of callers (``KG_LLM_KEY``); never shown.
        llm_budget: Most requests that one process sends to it (``KG_LLM_BUDGET``).
        llm_cache: Folder that keeps its answers (``KG_LLM_CACHE``); None to keep none.
        reviewer: Who judges (``KG_REVIEWER``); None for the name of the login.
    """

    store: Path = Path("kg-store")
    base: str | None = None
    languages: tuple[str, ...] = LANGUAGES
    eval_data: Path | None = None
    max_document_bytes: int = 10_000_000
    patience: float = 20.0
    pipelines: tuple[tuple[str, str], ...] = ()
    llm_url: str | None = None
    llm_model: str | None = None
    llm_key: str | None = field(default=None, repr=False)
    llm_budget: int = 200
    llm_cache: Path | None = None
    reviewer: str | None = None


def from_environment(environment: Mapping[str, str] | None = None) -> Settings:
    """The settings of this process.

    Raises:
        BadSettings: A variable has a value that it cannot have; the message names it.
    """
    given = os.environ if environment is None else environment
    default = Settings()
    return Settings(
        store=Path(given.get("KG_STORE") or default.store),
        base=_base(given.get("KG_BASE")),
        languages=_languages(given.get("KG_LANGUAGES")),
        eval_data=_folder(given.get("KG_EVAL_DATA")),
        max_document_bytes=_megabytes(given.get("KG_MAX_DOCUMENT_MB"), default.max_document_bytes),
        patience=_seconds(given.get("KG_PATIENCE"), default.patience),
        pipelines=tuple(
            (lang, name)
            for lang, variable in (("en", "KG_SPACY_EN"), ("fr", "KG_SPACY_FR"))
            if (name := _pipeline(variable, given))
        ),
        llm_url=_service(given.get("KG_LLM_URL")),
        llm_model=given.get("KG_LLM_MODEL") or None,
        llm_key=_key(given.get("KG_LLM_KEY")),
        llm_budget=_requests(given.get("KG_LLM_BUDGET"), default.llm_budget),
        llm_cache=_folder(given.get("KG_LLM_CACHE")),
        reviewer=(given.get("KG_REVIEWER") or "").strip() or None,
    )


def _folder(value: str | None) -> Path | None:
    return Path(value) if value else None


def _base(value: str | None) -> str | None:
    if value and (":" not in value or not value.endswith("/")):
        raise BadSettings(f"KG_BASE must be an absolute IRI that ends in '/', not {value!r}")
    return value or None


def _languages(value: str | None) -> tuple[str, ...]:
    chosen = tuple(part.strip() for part in (value or "").split(",") if part.strip())
    if unknown := set(chosen) - set(LANGUAGES):
        raise BadSettings(
            f"KG_LANGUAGES names {', '.join(sorted(unknown))}; "
            f"this release reads {', '.join(LANGUAGES)}"
        )
    return chosen or LANGUAGES


def _megabytes(value: str | None, default: int) -> int:
    if not value:
        return default
    if not value.isdecimal() or not int(value):
        raise BadSettings(f"KG_MAX_DOCUMENT_MB must be a whole number of megabytes, not {value!r}")
    return int(value) * 1_000_000


def _seconds(value: str | None, default: float) -> float:
    if not value:
        return default
    try:
        seconds = float(value)
    except ValueError:
        seconds = -1.0
    if not 0 <= seconds < float("inf"):
        raise BadSettings(f"KG_PATIENCE must be a number of seconds, not {value!r}")
    return seconds


def _pipeline(variable: str, given: Mapping[str, str]) -> str | None:
    name = given.get(variable)
    if name and not name.isidentifier():
        raise BadSettings(f"{variable} must name an installed spaCy pipeline, not {name!r}")
    return name or None


def _service(value: str | None) -> str | None:
    # The value is not shown: who writes a password into it should not find it in a log.
    if value and not _SERVICE.fullmatch(value):
        raise BadSettings(
            "KG_LLM_URL must be an address such as http://localhost:8080/v1, "
            "without user name, query or fragment"
        )
    return value or None


def _key(value: str | None) -> str | None:
    if value and not _HEADER_WORD.fullmatch(value):
        raise BadSettings("KG_LLM_KEY must be one word of printable ASCII characters")
    return value or None


def _requests(value: str | None, default: int) -> int:
    if not value:
        return default
    if not value.isdecimal():
        raise BadSettings(f"KG_LLM_BUDGET must be a whole number of requests, not {value!r}")
    return int(value)
