"""Readings built by chance, for property tests of the mapping."""

from collections.abc import Callable

import pytest
from hypothesis import strategies as st

from kg.model import (
    Agent,
    Alternative,
    Attribution,
    AttributionId,
    ClaimId,
    ClaimRelation,
    Conveyance,
    Document,
    Form,
    Names,
    Party,
    Reading,
    RelationKind,
    Source,
    SourceId,
    SourceKind,
    Span,
    Stance,
    WriterCertainty,
    attribution_id,
)

NAMES = Names("https://example.org/base/")
WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
SHARES = st.floats(0, 1)
AGENT_IDS = st.integers(1, 9).map(lambda n: SourceId(f"http://www.wikidata.org/entity/Q{n}"))
CLAIM_IDS = st.integers(1, 5).map(lambda n: ClaimId(f"{NAMES.base}claim/{n}"))


def maybe(strategy: st.SearchStrategy) -> st.SearchStrategy:
    """The strategy, or None."""
    return st.none() | strategy


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """A document with any of its fields set."""
    text = draw(st.text(st.characters(exclude_categories=["Cs"]), min_size=4, max_size=60))
    url = draw(maybe(WORDS))
    pairs = draw(st.lists(st.tuples(WORDS, WORDS), max_size=3))
    return Document(
        id=NAMES.document(text, url),
        doc_id=draw(WORDS),
        text=text,
        lang=draw(st.sampled_from(["fr", "en"])),
        title=draw(maybe(WORDS)),
        url=url,
        publisher=draw(maybe(WORDS)),
        credited_to=draw(maybe(WORDS)),
        published=draw(maybe(st.sampled_from(["2024-09", "2024-09-18", "2024-09-18T08:00+02:00"]))),
        author=draw(maybe(WORDS)),
        links=tuple(draw(st.lists(WORDS, max_size=3))),
        metadata=tuple(sorted(pairs)),
    )


def spans_in(text: str, least: int) -> st.SearchStrategy[tuple[Span, ...]]:
    """Spans of ``text``."""
    start = st.integers(0, len(text) - 1)
    span = start.flatmap(lambda s: st.integers(s + 1, len(text)).map(lambda e: Span(s, e)))
    return st.lists(span, min_size=least, max_size=3, unique=True).map(tuple)


PARTIES = st.builds(Party, name=WORDS, id=maybe(AGENT_IDS))


@st.composite
def sources(draw: st.DrawFn, text: str) -> Source:
    """A source of any kind."""
    return Source(
        kind=draw(st.sampled_from(SourceKind)),
        spans=draw(spans_in(text, 0)),
        name=draw(maybe(WORDS)),
        id=draw(maybe(AGENT_IDS)),
        speaks_for=draw(maybe(PARTIES)),
        affiliation=draw(maybe(PARTIES)),
    )


@st.composite
def attributions(draw: st.DrawFn, document: Document, earlier: list[AttributionId]) -> Attribution:
    """An attribution of ``document`` that may refer to earlier ones."""
    source = draw(sources(document.text))
    cue, content = draw(spans_in(document.text, 0)), draw(spans_in(document.text, 1))
    other = maybe(st.sampled_from(earlier)) if earlier else st.none()
    return Attribution(
        id=attribution_id(document.id, source.spans, cue, content),
        source=source,
        cue=cue,
        content=content,
        stance=draw(st.sampled_from(Stance)),
        writer_certainty=draw(st.sampled_from(WriterCertainty)),
        form=draw(st.sampled_from(Form)),
        nested_in=draw(other),
        implied=draw(st.booleans()),
        evidential=draw(maybe(st.just("witnessed"))),
        retracts=draw(st.booleans()),
        set_against=draw(other),
        alternatives=tuple(draw(st.lists(st.builds(Alternative, other, SHARES), max_size=2))),
        confidence=draw(SHARES),
        extractor=draw(WORDS),
        rule=draw(WORDS),
    )


@st.composite
def agents(draw: st.DrawFn) -> Agent:
    """An agent with any of its facts known."""
    names = draw(st.dictionaries(st.sampled_from(["en", "fr", "ko"]), WORDS, max_size=3))
    return Agent(
        id=draw(AGENT_IDS),
        kind=draw(st.sampled_from(SourceKind)),
        name=draw(WORDS),
        names=tuple(sorted(names.items())),
        country=draw(maybe(AGENT_IDS)),
        side=draw(maybe(AGENT_IDS)),
        part_of=draw(maybe(AGENT_IDS)),
        domain=draw(maybe(WORDS)),
    )


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    """A reading with up to four attributions."""
    document = draw(documents())
    found: dict[AttributionId, Attribution] = {}
    for _ in range(draw(st.integers(0, 4))):
        each = draw(attributions(document, list(found)))
        found.setdefault(each.id, each)
    return Reading(
        document=document,
        attributions=tuple(found.values()),
        conveyances=draw(_conveyances(list(found))),
        relations=draw(_relations(list(found))),
        agents=tuple(
            sorted(
                draw(st.lists(agents(), max_size=3, unique_by=lambda agent: agent.id)),
                key=lambda agent: agent.id,
            )
        ),
    )


def _conveyances(ids: list[AttributionId]) -> st.SearchStrategy[tuple[Conveyance, ...]]:
    if not ids:
        return st.just(())
    each = st.builds(Conveyance, st.sampled_from(ids), CLAIM_IDS, st.booleans(), SHARES)
    unique = st.lists(each, max_size=4, unique_by=lambda c: (c.attribution, c.claim))
    return unique.map(tuple)


def _relations(ids: list[AttributionId]) -> st.SearchStrategy[tuple[ClaimRelation, ...]]:
    evidence = maybe(st.sampled_from(ids)) if ids else st.none()
    kinds = st.sampled_from(RelationKind)
    each = st.builds(ClaimRelation, kinds, CLAIM_IDS, CLAIM_IDS, SHARES, WORDS, evidence)
    identity = st.lists(
        each, max_size=3, unique_by=lambda r: (r.kind, r.subject, r.object, r.author, r.evidence)
    )
    return identity.map(tuple)


@pytest.fixture(scope="session")
def names() -> Names:
    """Where the test readings live."""
    return NAMES


@pytest.fixture(scope="session")
def any_reading() -> st.SearchStrategy[Reading]:
    """A strategy for readings."""
    return readings()


@pytest.fixture(scope="session")
def reading_of() -> Callable[..., Reading]:
    """Builds the reading of a text with one attribution at given places."""

    def build(text: str, source: Span, cue: Span, content: Span) -> Reading:
        document = Document(NAMES.document(text), "d", text, "fr")
        who = Source(SourceKind.OUTLET, (source,), "Newsweek", SourceId("urn:a/newsweek"))
        identity = attribution_id(document.id, [source], [cue], [content])
        made = Attribution(identity, who, (cue,), (content,), extractor="test 1")
        claim = NAMES.claim("p")
        return Reading(
            document,
            (made,),
            (Conveyance(identity, claim),),
            (),
            (Agent(SourceId("urn:a/newsweek"), SourceKind.OUTLET, "Newsweek"),),
        )

    return build
