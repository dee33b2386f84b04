"""Every term that the graph is written in, as a constant.

The terms are defined, in words, in ``ontology/kg.ttl`` and ``ontology/voc.ttl``; a test holds
this list equal to those files, both ways. A value of an enumeration of the model (a stance, a
form …) is a SKOS concept here: `concept` gives it, `value_of` reads it back.
"""

from enum import StrEnum
from typing import TypeVar

from pyoxigraph import NamedNode

from kg.model import (
    ClaimStatus,
    CopyKind,
    Folding,
    Form,
    JudgementKind,
    LinkKind,
    OriginStatus,
    RelationKind,
    ResolutionMethod,
    SourceKind,
    Stance,
    WriterCertainty,
)

KG = "https://w3id.org/sourcetrace/ns#"
KGV = "https://w3id.org/sourcetrace/voc#"
SHAPES = "https://w3id.org/sourcetrace/shapes#"
OA = "http://www.w3.org/ns/oa#"
PROV = "http://www.w3.org/ns/prov#"
SCHEMA = "https://schema.org/"
DCTERMS = "http://purl.org/dc/terms/"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"

PREFIXES = {
    "dcterms": DCTERMS,
    "kg": KG,
    "kgv": KGV,
    "oa": OA,
    "prov": PROV,
    "rdf": RDF,
    "rdfs": RDFS,
    "schema": SCHEMA,
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
"""Prefixes for writing the graph as Turtle, TriG or SPARQL."""


def _kg(name: str) -> NamedNode:
    return NamedNode(KG + name)


# Documents and their text
DOCUMENT = _kg("Document")
TEXT_SPAN = _kg("TextSpan")
HYPERLINK = _kg("Hyperlink")
SHA256 = _kg("sha256")
CHARACTER_COUNT = _kg("characterCount")
IS_PUBLISHED_BY = _kg("isPublishedBy")
IS_CREDITED_TO = _kg("isCreditedTo")
PUBLISHER_NAME = _kg("publisherName")
CREDITED_NAME = _kg("creditedName")
BYLINE = _kg("byline")
HAS_HYPERLINK = _kg("hasHyperlink")

# Agents
ACTOR = _kg("Actor")
PERSON = _kg("Person")
ORGANIZATION = _kg("Organization")
OUTLET = _kg("Outlet")
AGENCY = _kg("Agency")
STATE = _kg("State")
BODY = _kg("Body")
CITED_WORK = _kg("CitedWork")
UNNAMED_SOURCE = _kg("UnnamedSource")
APPEARANCE = _kg("Appearance")
HAS_APPEARANCE = _kg("hasAppearance")
IS_APPEARANCE_OF = _kg("isAppearanceOf")
IS_BASED_IN = _kg("isBasedIn")
IS_ON_SIDE_OF = _kg("isOnSideOf")
IS_PART_OF = _kg("isPartOf")
INTERNET_DOMAIN = _kg("internetDomain")

# Attributions
ATTRIBUTION = _kg("Attribution")
STATED_ATTRIBUTION = _kg("StatedAttribution")
IMPLIED_ATTRIBUTION = _kg("ImpliedAttribution")
OWN_VOICE_ATTRIBUTION = _kg("OwnVoiceAttribution")
ALTERNATIVE_NESTING = _kg("AlternativeNesting")
IS_MADE_IN = _kg("isMadeIn")
HAS_SOURCE = _kg("hasSource")
HAS_SOURCE_KIND = _kg("hasSourceKind")
SOURCE_NAME = _kg("sourceName")
SPEAKS_FOR = _kg("speaksFor")
SPEAKS_FOR_NAME = _kg("speaksForName")
HAS_AFFILIATION = _kg("hasAffiliation")
AFFILIATION_NAME = _kg("affiliationName")
HAS_SOURCE_SPAN = _kg("hasSourceSpan")
HAS_CUE_SPAN = _kg("hasCueSpan")
HAS_CONTENT_SPAN = _kg("hasContentSpan")
HAS_STANCE = _kg("hasStance")
HAS_WRITER_CERTAINTY = _kg("hasWriterCertainty")
HAS_FORM = _kg("hasForm")
RELAYS = _kg("relays")
HAS_ALTERNATIVE = _kg("hasAlternative")
IS_NESTED_IN = _kg("isNestedIn")
IS_SET_AGAINST = _kg("isSetAgainst")
EVIDENTIAL = _kg("evidential")
RETRACTS = _kg("retracts")
CONFIDENCE = _kg("confidence")
EXTRACTOR = _kg("extractor")
RULE = _kg("rule")

# Claims
CLAIM = _kg("Claim")
CONVEYANCE = _kg("Conveyance")
CLAIM_RELATION = _kg("ClaimRelation")
CONVEYS = _kg("conveys")
RESTATES = _kg("restates")
HAS_CONVEYANCE = _kg("hasConveyance")
HAS_CLAIM = _kg("hasClaim")
RELATES_FROM = _kg("relatesFrom")
RELATES_TO = _kg("relatesTo")
HAS_RELATION_KIND = _kg("hasRelationKind")
IS_SHOWN_BY = _kg("isShownBy")
ASSERTED_BY = _kg("assertedBy")

# Derived graphs only
DERIVATION_RUN = _kg("DerivationRun")
RULE_SET = _kg("ruleSet")
IS_DERIVED_BY = _kg("isDerivedBy")
IS_EQUIVALENT_TO = _kg("isEquivalentTo")
ENTAILS = _kg("entails")
DISPUTES = _kg("disputes")
CONTRADICTS = _kg("contradicts")
SOURCE_LINK = _kg("SourceLink")
LINKS_FROM = _kg("linksFrom")
LINKS_TO = _kg("linksTo")
HAS_LINK_STATUS = _kg("hasLinkStatus")
COPY_GROUP = _kg("CopyGroup")
COPIED_PASSAGE = _kg("CopiedPassage")
HAS_COPY_KIND = _kg("hasCopyKind")
HAS_MEMBER = _kg("hasMember")
HAS_PRESUMED_ORIGINAL = _kg("hasPresumedOriginal")
HAS_PASSAGE = _kg("hasPassage")
ALIGNS = _kg("aligns")
RESOLUTION = _kg("Resolution")
RESOLVES = _kg("resolves")
RESOLVES_TO = _kg("resolvesTo")
HAS_RESOLUTION_METHOD = _kg("hasResolutionMethod")
CHAIN = _kg("Chain")
HOP = _kg("Hop")
IS_CHAIN_OF = _kg("isChainOf")
STARTS_IN = _kg("startsIn")
HAS_HOP = _kg("hasHop")
RESTS_ON = _kg("restsOn")
DEPTH = _kg("depth")
HAS_ORIGIN = _kg("hasOrigin")
HAS_ORIGIN_STATUS = _kg("hasOriginStatus")
ORIGIN_INTERVAL = _kg("OriginInterval")
IS_INTERVAL_OF = _kg("isIntervalOf")
LOWER_BOUND = _kg("lowerBound")
UPPER_BOUND = _kg("upperBound")
HAS_FOLDING = _kg("hasFolding")
HAS_CLAIM_STATUS = _kg("hasClaimStatus")

# Graphs of reviewers
JUDGEMENT = _kg("Judgement")
HAS_JUDGEMENT_KIND = _kg("hasJudgementKind")
CONCERNS = _kg("concerns")
REVIEWER = _kg("reviewer")
RATIONALE = _kg("rationale")

# Terms of others that data graphs use
TYPE = NamedNode(RDF + "type")
LABEL = NamedNode(RDFS + "label")
IDENTIFIER = NamedNode(DCTERMS + "identifier")
HEADLINE = NamedNode(SCHEMA + "headline")
IN_LANGUAGE = NamedNode(SCHEMA + "inLanguage")
URL = NamedNode(SCHEMA + "url")
DATE_PUBLISHED = NamedNode(SCHEMA + "datePublished")
DATE_CREATED = NamedNode(SCHEMA + "dateCreated")
NAME = NamedNode(SCHEMA + "name")
POSITION = NamedNode(SCHEMA + "position")
PROPERTY_VALUE = NamedNode(SCHEMA + "PropertyValue")
ADDITIONAL_PROPERTY = NamedNode(SCHEMA + "additionalProperty")
VALUE = NamedNode(SCHEMA + "value")
LIST_ITEM = NamedNode(SCHEMA + "ListItem")
ITEM_LIST_ELEMENT = NamedNode(SCHEMA + "itemListElement")
ITEM = NamedNode(SCHEMA + "item")
WAS_GENERATED_BY = NamedNode(PROV + "wasGeneratedBy")
SPECIFIC_RESOURCE = NamedNode(OA + "SpecificResource")
POSITION_SELECTOR = NamedNode(OA + "TextPositionSelector")
QUOTE_SELECTOR = NamedNode(OA + "TextQuoteSelector")
OA_HAS_SOURCE = NamedNode(OA + "hasSource")
HAS_SELECTOR = NamedNode(OA + "hasSelector")
START = NamedNode(OA + "start")
END = NamedNode(OA + "end")
EXACT = NamedNode(OA + "exact")
PREFIX = NamedNode(OA + "prefix")
SUFFIX = NamedNode(OA + "suffix")

SCHEMES: dict[type[StrEnum], str] = {
    SourceKind: "kind",
    Stance: "stance",
    WriterCertainty: "certainty",
    Form: "form",
    RelationKind: "relation",
    LinkKind: "link",
    CopyKind: "copy",
    ResolutionMethod: "method",
    OriginStatus: "origin",
    Folding: "folding",
    ClaimStatus: "status",
    JudgementKind: "judgement",
}
"""The SKOS scheme of each enumeration; a concept is called ``scheme-value``."""

AGENT_TYPES: dict[SourceKind, tuple[NamedNode, ...]] = {
    SourceKind.OUTLET: (OUTLET, ORGANIZATION, ACTOR),
    SourceKind.AGENCY: (AGENCY, OUTLET, ORGANIZATION, ACTOR),
    SourceKind.STATE: (STATE, ORGANIZATION, ACTOR),
    SourceKind.BODY: (BODY, ORGANIZATION, ACTOR),
    SourceKind.ORGANIZATION: (ORGANIZATION, ACTOR),
    SourceKind.PERSON: (PERSON, ACTOR),
    SourceKind.DOCUMENT: (CITED_WORK,),
    SourceKind.UNNAMED: (UNNAMED_SOURCE,),
    SourceKind.OWN_VOICE: (),
}
"""Classes of an agent, super-classes included: nobody who reads the graph has to infer."""

_Value = TypeVar("_Value", bound=StrEnum)


def concept(value: StrEnum) -> NamedNode:
    """The concept that stands for a value of the model.

    >>> concept(Stance.DENIES).value
    'https://w3id.org/sourcetrace/voc#stance-denies'
    """
    return NamedNode(f"{KGV}{SCHEMES[type(value)]}-{value}")


def value_of(kind: type[_Value], node: NamedNode) -> _Value:
    """The value of the model that a concept stands for.

    Raises:
        ValueError: The concept belongs to another scheme, or to none.

    >>> value_of(Stance, concept(Stance.DENIES))
    <Stance.DENIES: 'denies'>
    """
    scheme = f"{KGV}{SCHEMES[kind]}-"
    if not node.value.startswith(scheme):
        raise ValueError(f"{node.value} is no concept of {scheme.removesuffix('-')}")
    return kind(node.value.removeprefix(scheme))
