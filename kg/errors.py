"""Every error that `kg` raises on purpose, as one tree.

A message is fit to be shown to a user: it names the culprit and the remedy. The command
line prints it on one line and exits with the code of the branch::

    KgError
    ├── CheckFailed            1  a check ran and did not hold
    ├── InputError             2  what the user gave cannot be used
    │   ├── UnreadableDocument
    │   ├── UnwritableFile
    │   ├── UnknownFormat
    │   ├── UnknownLanguage
    │   ├── UnknownClaim
    │   ├── AmbiguousClaim
    │   ├── UnknownSource
    │   ├── UnknownDocument
    │   ├── UnknownQuery
    │   ├── UnknownPlugin
    │   └── BadQuery
    ├── SetupError             3  the installation or the store is not ready
    │   ├── ResourceMissing
    │   ├── PluginBroken
    │   ├── ExtraMissing
    │   ├── BadSettings
    │   ├── StoreMissing
    │   ├── StoreLocked
    │   ├── IncompatibleStore
    │   ├── InvalidGraph
    │   └── DiskFull
    └── ServiceError           4  a service beyond this process failed
        ├── StoreUnavailable
        ├── QueryTimeout
        └── ExtractorUnavailable
"""

from typing import ClassVar


class KgError(Exception):
    """Any error that `kg` raises on purpose; its text is meant for the user."""

    exit_code: ClassVar[int] = 1


class CheckFailed(KgError):
    """A check ran to its end and did not hold (`validate`, `eval`, `doctor`)."""


class InputError(KgError):
    """What the user gave cannot be used."""

    exit_code: ClassVar[int] = 2


class UnreadableDocument(InputError):
    """A document cannot be read: missing, empty, binary, broken or over the size limit."""


class UnwritableFile(InputError):
    """A file that a result is to go into cannot be written."""


class UnknownFormat(InputError):
    """No reader or writer answers to this format."""


class UnknownLanguage(InputError):
    """The language is not among the enabled ones."""


class UnknownClaim(InputError):
    """No claim of the store answers to this IRI, short id or text."""


class AmbiguousClaim(InputError):
    """Several claims answer equally well; the message lists them."""


class UnknownSource(InputError):
    """No source of the store answers to this IRI or name."""


class UnknownDocument(InputError):
    """No document of the store answers to this IRI or id."""


class UnknownQuery(InputError):
    """No shipped query and no file has this name."""


class UnknownPlugin(InputError):
    """No installed extractor, store, linker or exporter has this name."""


class BadQuery(InputError):
    """The SPARQL text does not parse, or a parameter is missing or unknown."""


class SetupError(KgError):
    """The installation or the store is not ready for the work."""

    exit_code: ClassVar[int] = 3


class ResourceMissing(SetupError):
    """A file that ships with the package is not where it should be."""


class PluginBroken(SetupError):
    """A plug-in is installed and cannot be loaded."""


class ExtraMissing(SetupError):
    """An optional dependency is needed; the message says what to install."""


class BadSettings(SetupError):
    """A setting has a value that it cannot have."""


class StoreMissing(SetupError):
    """The folder is no store."""


class StoreLocked(SetupError):
    """Another process is writing to the store; the message says who."""


class IncompatibleStore(SetupError):
    """The store was written in another format version."""


class InvalidGraph(SetupError):
    """Quads break the shapes; the message carries the report."""


class DiskFull(SetupError):
    """There is no room left for the store."""


class ServiceError(KgError):
    """A service beyond this process failed.

    Attributes:
        retryable: Whether the same call may succeed later.
    """

    exit_code: ClassVar[int] = 4

    def __init__(self, message: str, *, retryable: bool = False) -> None:
        super().__init__(message)
        self.retryable = retryable


class StoreUnavailable(ServiceError):
    """A remote store does not answer, or answers wrongly."""


class QueryTimeout(ServiceError):
    """A query ran past its limit and was stopped."""


class ExtractorUnavailable(ServiceError):
    """A service that an extractor asks does not answer, answers wrongly, or may not be asked on."""
