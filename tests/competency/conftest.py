"""The shipped questions on hand-made readings: the gold of the seeds and a short brief.

The brief holds what the seeds lack: a sentence that another document has too, a withdrawn
report, an ambiguous nesting, a doubtful reading, something "known to all".
"""

import json
import re
import tomllib
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, RdfFormat, Store
from rdflib import Dataset, URIRef

from kg.link import DefaultLinker
from kg.model import (
    SEEDS_BASE,
    ClaimRelation,
    CopyGroup,
    CopyKind,
    Derivation,
    Document,
    Names,
    Reading,
    RelationKind,
    Resolution,
    ResolutionMethod,
    from_normal_form,
)
from kg.queries import Query
from kg.rdf.mapping import derivation_quads, to_quads
from kg.resources import folder
from kg.store.guard import checked
from kg.store.sparql import answer, bound, term

HERE = Path(__file__).parent
NAMES = Names(SEEDS_BASE)

Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """Both engines over the same quads.

    Attributes:
        oxigraph: The quads as the store keeps them.
        rdflib: A copy that rdflib evaluates itself.
        short: Names fit for a table, by IRI.
        values: Parameters of the questions that have some, by question.
    """

    oxigraph: Store
    rdflib: Dataset
    short: dict[str, str]
    values: dict[str, dict[str, str]]

    def given(self, query: Query) -> dict[str, str]:
        """The parameters of ``query``, short names written out."""
        long = {short: iri for iri, short in self.short.items()}
        raw = self.values.get(query.name, {})
        return dict(query.bound({name: long.get(value, value) for name, value in raw.items()}))

    def by_oxigraph(self, query: Query) -> tuple[list[str], list[Row]]:
        found = answer(self.oxigraph, query.text, self.given(query))
        if found.truth is not None:
            return ["answer"], [(str(found.truth).lower(),)]
        rows = [tuple(self._cell(term(t) if t else None) for t in row) for row in found.rows]
        return list(found.columns), rows

    def by_rdflib(self, query: Query) -> tuple[list[str], list[Row]]:
        values = {name: term(value) for name, value in self.given(query).items()}
        found = self.rdflib.query(bound(checked(query.text), values))
        if found.askAnswer is not None:
            return ["answer"], [(str(found.askAnswer).lower(),)]
        rows = [tuple(self._rdflib_cell(value) for value in row) for row in found]
        return [str(variable) for variable in found.vars], rows

    def _rdflib_cell(self, value) -> str:
        if value is None:
            return ""
        if isinstance(value, URIRef):
            return self._cell(NamedNode(str(value)))
        datatype = NamedNode(str(value.datatype)) if value.datatype else None
        return self._cell(Literal(str(value), datatype=datatype, language=value.language))

    def _cell(self, value: NamedNode | Literal | None) -> str:
        """A value as the tables have it; shares in one spelling."""
        if value is None:
            return ""
        if isinstance(value, NamedNode):
            return self.short.get(value.value, value.value)
        if value.language:
            return f"{value.value}@{value.language}"
        is_share = value.datatype.value.endswith("#double")
        return str(float(value.value)) if is_share else value.value


@pytest.fixture(scope="session")
def asked() -> Asked:
    store = Store()
    short: dict[str, str] = {}
    readings: list[Reading] = []
    for record in records():
        reading, names = read(record)
        store.extend(to_quads(reading, NAMES))
        short |= names_of(reading, names)
        readings.append(reading)
    store.extend(derivation_quads(derived(readings, short), NAMES, "across-1"))
    copy = Dataset(default_union=True)
    copy.parse(data=store.dump(format=RdfFormat.N_QUADS).decode(), format="nquads")
    values = tomllib.loads((HERE / "parameters.toml").read_text("utf-8"))
    return Asked(store, copy, short, values)


def derived(readings: list[Reading], short: dict[str, str]) -> Derivation:
    """What could be found across the seeds, written by hand: no matcher is run here."""
    long = {name: iri for iri, name in short.items()}
    english, french = long["claim toropets.en/a12"], long["claim toropets.fr/a12"]
    ids = {reading.document.doc_id: reading.document.id for reading in readings}
    pair = ids["toropets.fr"], ids["toropets.en"]
    row = tuple(sorted((long["toropets.en/a12"], long["toropets.fr/a12"])))
    relay = next(a for r in readings for a in r.agents if a.name == "The Evening Relay")
    ledger = next(a for r in readings for a in r.agents if a.name == "Harbour Ledger")
    same = ClaimRelation(RelationKind.EQUIVALENT, english, french, 0.83, "by hand")
    other = Resolution(relay.id, ledger.id, ResolutionMethod.NAME, 0.4)
    copies = (CopyGroup(CopyKind.TRANSLATION, pair, pair[0], (row,)),)
    return Derivation((same,), copies, (other,))


def records() -> list[dict]:
    seeds = folder("seeds")
    gold = [json.loads(p.read_text("utf-8")) for p in (seeds / "gold").iterdir()]
    whole = [record | article(record["doc_id"]) for record in gold]
    brief = json.loads((HERE / "brief.en.json").read_text("utf-8"))
    return sorted([*whole, brief], key=lambda record: record["doc_id"])


def article(doc_id: str) -> dict:
    return json.loads((folder("seeds") / f"{doc_id}.jsonl").read_text("utf-8"))


def read(record: dict) -> tuple[Reading, dict[str, str]]:
    place = (record.get("url"), record["outlet"], record["published"])
    document = Document(
        id=NAMES.document(record["text"], *place),
        doc_id=record["doc_id"],
        text=record["text"],
        lang=record["lang"],
        title=record["title"],
        url=record.get("url"),
        publisher=record["outlet"],
        published=record["published"],
        author=record.get("author"),
    )
    attributions = from_normal_form(record, document)
    local = zip(attributions, record["attributions"], strict=True)
    names = {a.id: f"{document.doc_id}/{entry['id']}" for a, entry in local}
    return settled(DefaultLinker().link(document, attributions, NAMES)), names


def settled(reading: Reading) -> Reading:
    """The reading with one confidence for all restatements, however the linker rates them."""
    rated = (replace(c, confidence=0.6 if c.restates else 1.0) for c in reading.conveyances)
    return replace(reading, conveyances=tuple(rated))


def names_of(reading: Reading, names: dict[str, str]) -> dict[str, str]:
    """Short names of the document, its attributions, unnamed sources and claims."""
    document = reading.document
    claims = {
        c.claim: f"claim {names[c.attribution]}"
        for c in reversed(reading.conveyances)
        if not c.restates
    }
    unnamed = {
        agent.id: re.sub(r".*/", f"{document.doc_id}/source/", agent.id)
        for agent in reading.agents
        if agent.id.startswith(f"{document.id}/")
    }
    return {document.id: document.doc_id, **names, **unnamed, **claims}
