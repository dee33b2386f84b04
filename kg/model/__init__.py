"""The vocabulary of sourcetrace as Python values; it knows nothing above it."""

from kg.model.answer import Answer
from kg.model.attribution import (
    SUPPORTING,
    Alternative,
    Attribution,
    AttributionId,
    Form,
    Stance,
    WriterCertainty,
    attribution_id,
)
from kg.model.chain import (
    RESOLVED,
    Chain,
    ClaimStatus,
    Folding,
    Hop,
    Interval,
    OriginStatus,
)
from kg.model.claim import ClaimId, ClaimRelation, Conveyance, RelationKind
from kg.model.dates import earlier, is_date
from kg.model.derivation import NOTHING_DERIVED, Derivation, Resolution, ResolutionMethod
from kg.model.document import Document, DocumentId, Span
from kg.model.judgement import Judgement, JudgementId, JudgementKind, judgement_key
from kg.model.names import LOCAL_BASE, SEEDS_BASE, Names, fold, unnamed_source
from kg.model.normal_form import from_normal_form, to_normal_form
from kg.model.reading import Kept, Reading
from kg.model.source import OUTLETS, Agent, Party, Source, SourceId, SourceKind
from kg.model.tie import NO_TIES, CopyGroup, CopyKind, LinkKind, SourceLink, Ties

__all__ = [
    "LOCAL_BASE",
    "NOTHING_DERIVED",
    "NO_TIES",
    "OUTLETS",
    "RESOLVED",
    "SEEDS_BASE",
    "SUPPORTING",
    "Agent",
    "Alternative",
    "Answer",
    "Attribution",
    "AttributionId",
    "Chain",
    "ClaimId",
    "ClaimRelation",
    "ClaimStatus",
    "Conveyance",
    "CopyGroup",
    "CopyKind",
    "Derivation",
    "Document",
    "DocumentId",
    "Folding",
    "Form",
    "Hop",
    "Interval",
    "Judgement",
    "JudgementId",
    "JudgementKind",
    "Kept",
    "LinkKind",
    "Names",
    "OriginStatus",
    "Party",
    "Reading",
    "RelationKind",
    "Resolution",
    "ResolutionMethod",
    "Source",
    "SourceId",
    "SourceKind",
    "SourceLink",
    "Span",
    "Stance",
    "Ties",
    "WriterCertainty",
    "attribution_id",
    "earlier",
    "fold",
    "from_normal_form",
    "is_date",
    "judgement_key",
    "to_normal_form",
    "unnamed_source",
]
