"""IRIs of what an installation describes: minted from content, alike on every machine.

Everything lives under the base IRI of the store (a setting written at its creation). No
clock and no chance goes into a name, so the same input gives the same quads everywhere.
"""

import re
import unicodedata
from dataclasses import dataclass
from hashlib import sha256

from kg.model.claim import ClaimId
from kg.model.document import DocumentId, document_key
from kg.model.source import SourceId, SourceKind

LOCAL_BASE = "urn:sourcetrace:local/"
"""Base of an installation that has chosen none: unique nowhere, and honest about it."""

SEEDS_BASE = "https://w3id.org/sourcetrace/seeds/"
"""Base of the articles that ship with the project."""

_NOT_IN_SLUG = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Names:
    """Mints the IRIs of one installation.

    Attributes:
        base: Absolute IRI that ends in ``/``.
    """

    base: str = LOCAL_BASE

    def document(
        self,
        text: str,
        url: str | None = None,
        publisher: str | None = None,
        published: str | None = None,
    ) -> DocumentId:
        """The IRI of the document with this text and place of publication."""
        return DocumentId(f"{self.base}document/{document_key(text, url, publisher, published)}")

    def agent(self, kind: SourceKind, name: str, context: str = "") -> SourceId:
        """The IRI of an agent that no gazetteer knows.

        Args:
            kind: Part of the identity: a person and a body of one name are two agents.
            name: As found in the text.
            context: Role or affiliation that tells namesakes apart.
        """
        folded = fold(name)
        digest = sha256(f"{kind}\0{folded}\0{fold(context)}".encode()).hexdigest()[:8]
        slug = _NOT_IN_SLUG.sub("-", folded).strip("-")[:48]
        return SourceId(f"{self.base}agent/{'-'.join(part for part in (slug, digest) if part)}")

    def claim(self, wording: str) -> ClaimId:
        """The IRI of the claim with this normalised wording."""
        return ClaimId(f"{self.base}claim/{sha256(wording.encode()).hexdigest()[:16]}")


def unnamed_source(document: DocumentId, start: int) -> SourceId:
    """The IRI of the unnamed source first mentioned at ``start`` of ``document``."""
    return SourceId(f"{document}/source/{start}")


def fold(text: str) -> str:
    """``text`` without case, accents and compatibility forms, for comparing names.

    >>> fold("Le Monde diplomatique, Séoul")
    'le monde diplomatique, seoul'
    """
    decomposed = unicodedata.normalize("NFKD", text.replace("’", "'"))
    return "".join(c for c in decomposed if not unicodedata.combining(c)).casefold().strip()
