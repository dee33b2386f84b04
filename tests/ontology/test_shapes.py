"""Each rule of the shapes catches the fault it is there for, and two validators agree."""

from collections.abc import Callable
from dataclasses import dataclass

import pyshacl
import pytest
import shacl
from rdflib import OWL, RDF, SH, XSD, Graph, Literal, Namespace, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

from kg.rdf import vocabulary

KG = Namespace(vocabulary.KG)
KGV = Namespace(vocabulary.KGV)
OA = Namespace(vocabulary.OA)
ELSE = URIRef("urn:else")
PARAMETERS = {
    SH.minCount: "MinCount",
    SH.maxCount: "MaxCount",
    SH.datatype: "Datatype",
    SH["class"]: "Class",
    SH.nodeKind: "NodeKind",
    SH["in"]: "In",
    SH.pattern: "Pattern",
    SH.minLength: "MinLength",
    SH.maxLength: "MaxLength",
    SH.minInclusive: "MinInclusive",
    SH.maxInclusive: "MaxInclusive",
    SH.maxExclusive: "MaxExclusive",
    SH.lessThan: "LessThan",
    SH.lessThanOrEquals: "LessThanOrEquals",
    SH.disjoint: "Disjoint",
    SH.equals: "Equals",
    SH.hasValue: "HasValue",
    SH["not"]: "Not",
    SH["or"]: "Or",
    SH.xone: "Xone",
    SH.qualifiedMinCount: "QualifiedMinCount",
    SH.qualifiedMaxCount: "QualifiedMaxCount",
    SH.sparql: "SPARQL",
}
"""Every parameter of a constraint that the shapes use, with the name of its component."""

DATA = ("https://w3id.org/sourcetrace/example/", "http://www.wikidata.org/", "urn:")
"""How the nodes of the data begin, as against terms."""

OUTSIDE = {
    SH.pattern: "!!",
    SH.minLength: "",
    SH.maxLength: "x" * 17,
    SH.minInclusive: -1,
    SH.maxInclusive: 2,
    SH.maxExclusive: 1,
    SH.lessThan: 10**6,
    SH.lessThanOrEquals: 10**6,
}
"""For each limit a value beyond it; the datatype is that of the shape."""


OTHERWISE_TYPED = {
    XSD.string: Literal("x", lang="en"),
    XSD.boolean: Literal("true"),
    XSD.double: Literal("0.5", datatype=XSD.decimal),
    XSD.integer: Literal("1.0", datatype=XSD.decimal),
}
"""For each datatype a value of another one that compares with it, as limits need."""


@dataclass(frozen=True)
class Rule:
    """One constraint: where it applies, what it demands, what it says if broken."""

    shape: URIRef
    targets: tuple[tuple[URIRef, URIRef], ...]
    holder: Node
    path: URIRef | None
    inverse: bool
    parameter: URIRef
    value: Node
    message: str

    def __str__(self) -> str:
        where = str(self.path or "").rpartition("/")[2].rpartition("#")[2]
        return f"{self.shape.fragment}-{where}-{self.parameter.fragment}"


def rules_of(shapes: Graph) -> list[Rule]:
    """All constraints of the node shapes, in a stable order."""
    found = []
    for shape in sorted(shapes.subjects(RDF.type, SH.NodeShape)):
        for holder in (shape, *shapes.objects(shape, SH.property)):
            found += [
                _rule(shapes, shape, holder, parameter, value)
                for parameter in PARAMETERS
                for value in shapes.objects(holder, parameter)
            ]
    return sorted(found, key=lambda rule: (str(rule), rule.message))


def _rule(shapes: Graph, shape: URIRef, holder: Node, parameter: URIRef, value: Node) -> Rule:
    path = shapes.value(holder, SH.path)
    inverse = shapes.value(path, SH.inversePath) if path else None
    alternatives = shapes.value(path, SH.alternativePath) if path else None
    if alternatives:
        path = shapes.value(alternatives, RDF.first)
    speaker = value if parameter == SH.sparql else holder
    messages = shapes.objects(speaker, SH.message)
    targets = [
        (kind, target)
        for kind in (SH.targetClass, SH.targetSubjectsOf)
        for target in shapes.objects(shape, kind)
    ]
    return Rule(
        shape=shape,
        targets=tuple(sorted(targets)),
        holder=holder,
        path=inverse or path,
        inverse=inverse is not None,
        parameter=parameter,
        value=value,
        message=next((str(m) for m in messages if m.language == "en"), ""),
    )


def english_only(shapes: Graph) -> Graph:
    """The shapes with their English messages, so that reports can be compared."""
    kept = Graph()
    for s, p, o in shapes:
        if not (p == SH.message and o.language != "en"):
            kept.add((s, p, o))
    return kept


def focus_of(rule: Rule, graph: Graph) -> URIRef:
    """A node that the rule applies to, if possible one that has the property."""
    if rule.targets[0][0] == SH.targetSubjectsOf:
        return min(graph.subjects(RDF.type, KG.Attribution))
    nodes = sorted({n for _, target in rule.targets for n in graph.subjects(RDF.type, target)})
    having = [n for n in nodes if rule.path and values(rule, graph, n)]
    return (having or nodes)[0]


def values(rule: Rule, graph: Graph, focus: URIRef) -> list[Node]:
    """The values of the rule's property."""
    if rule.inverse:
        return sorted(graph.subjects(rule.path, focus))
    return sorted(graph.objects(focus, rule.path))


def neighbourhood(graph: Graph, focus: URIRef) -> Graph:
    """What is said of ``focus``, of what it points to and of that again, and who points to it.

    Of a document that is not the focus only its kind and its length are taken.
    """
    near, frontier = Graph(), {focus}
    near += graph.triples((None, None, focus))
    for _ in range(3):
        for node in frontier:
            document = node != focus and (node, RDF.type, KG.Document) in graph
            for predicate in (RDF.type, KG.characterCount) if document else (None,):
                near += graph.triples((node, predicate, None))
        frontier = {o for s in frontier for o in near.objects(s) if isinstance(o, URIRef)}
    return near


def broken_in_turn(
    rules: list[Rule], examples: Graph, shapes: Graph
) -> tuple[Graph, list[tuple[Rule, tuple[str, str, str]]]]:
    """One graph with a broken copy of the data for each rule, and the fault of each copy."""
    together, expected = Graph(), []
    for number, rule in enumerate(rules):
        focus = focus_of(rule, examples)
        data = neighbourhood(examples, focus)
        mutate(rule, data, focus, shapes)
        for triple in data:
            together.add(tuple(renamed(term, number) for term in triple))
        component = f"{PARAMETERS[rule.parameter]}ConstraintComponent"
        expected.append((rule, (str(renamed(focus, number)), component, rule.message)))
    return together, expected


def renamed(term: Node, number: int) -> Node:
    """A node of the data under the name that it has in copy ``number``."""
    if isinstance(term, URIRef) and str(term).startswith(DATA):
        return URIRef(f"{term}~{number}")
    return term


def mutate(rule: Rule, graph: Graph, focus: URIRef, shapes: Graph) -> None:
    """Break the rule at ``focus``."""
    if rule.parameter == SH.sparql:
        BROKEN_QUERIES[rule.message](graph, focus)
    elif rule.parameter == SH.equals:
        graph.add((focus, rule.value, ELSE))
    elif rule.path is None:
        _mutate_type(rule, graph, focus)
    elif rule.parameter in {SH.qualifiedMinCount, SH.qualifiedMaxCount}:
        _mutate_selector(rule, graph, focus, shapes)
    elif rule.parameter == SH.maxCount:
        for each in range(int(rule.value) + 1):
            _add(rule, graph, focus, _another(rule, shapes, each))
    else:
        for value in values(rule, graph, focus):
            graph.remove((value, rule.path, focus) if rule.inverse else (focus, rule.path, value))
        if rule.parameter != SH.minCount:
            _add(rule, graph, focus, _wrong(rule, graph, focus, shapes))


def _mutate_type(rule: Rule, graph: Graph, focus: URIRef) -> None:
    kinds = (KG.StatedAttribution, KG.ImpliedAttribution, KG.OwnVoiceAttribution)
    for kind in kinds if rule.parameter == SH.xone else (rule.value,):
        graph.remove((focus, RDF.type, kind))


def _add(rule: Rule, graph: Graph, focus: URIRef, value: Node) -> None:
    graph.add((value, rule.path, focus) if rule.inverse else (focus, rule.path, value))


def _another(rule: Rule, shapes: Graph, number: int) -> Node:
    if allowed := shapes.value(rule.holder, SH["in"]):
        members = [*Collection(shapes, allowed), ELSE]
        return members[number % len(members)]
    datatype = shapes.value(rule.holder, SH.datatype)
    return Literal(str(number), datatype=datatype) if datatype else URIRef(f"{ELSE}/{number}")


def _wrong(rule: Rule, graph: Graph, focus: URIRef, shapes: Graph) -> Node:
    if rule.parameter == SH.datatype:
        return OTHERWISE_TYPED[rule.value]
    if rule.parameter == SH.nodeKind:
        return Literal("x")
    if rule.parameter == SH.disjoint:
        return graph.value(focus, rule.value)
    if rule.parameter == SH["not"]:
        return KGV["kind-own-voice"]
    if rule.parameter in OUTSIDE:
        datatype = shapes.value(rule.holder, SH.datatype) or XSD.double
        return Literal(OUTSIDE[rule.parameter], datatype=datatype)
    return ELSE


def _mutate_selector(rule: Rule, graph: Graph, focus: URIRef, shapes: Graph) -> None:
    wanted = shapes.value(shapes.value(rule.holder, SH.qualifiedValueShape), SH["class"])
    if rule.parameter == SH.qualifiedMaxCount:
        graph.add((focus, OA.hasSelector, ELSE))
        graph.add((ELSE, RDF.type, wanted))
        return
    for selector in values(rule, graph, focus):
        if (selector, RDF.type, wanted) in graph:
            graph.remove((focus, OA.hasSelector, selector))


def _shorten_quote(graph: Graph, focus: URIRef) -> None:
    for selector in graph.objects(focus, OA.hasSelector):
        if (selector, OA.exact, None) in graph:
            graph.set((selector, OA.exact, Literal("x")))


def _relay_itself(graph: Graph, focus: URIRef) -> None:
    graph.add((focus, KG.relays, focus))


def _relay_elsewhere(graph: Graph, focus: URIRef) -> None:
    graph.add((focus, KG.relays, ELSE))
    graph.add((ELSE, KG.isMadeIn, URIRef("urn:document")))


def _move_evidence(graph: Graph, focus: URIRef) -> None:
    span = graph.value(focus, KG.hasContentSpan)
    graph.set((span, OA.hasSource, URIRef("urn:document")))


def _leave_the_group(graph: Graph, focus: URIRef) -> None:
    graph.set((focus, KG.hasPresumedOriginal, ELSE))


def _miscount_hops(graph: Graph, focus: URIRef) -> None:
    graph.set((focus, KG.depth, Literal(7)))


BROKEN_QUERIES: dict[str, Callable[[Graph, URIRef], None]] = {
    "The quote of a text span is as long as its range, and the range lies in the text.": (
        _shorten_quote
    ),
    "A chain of nested attributions returns to itself.": _relay_itself,
    "A nested attribution belongs to the same document as the one that relays it.": (
        _relay_elsewhere
    ),
    "The evidence of an attribution lies in the document that makes it.": _move_evidence,
    "The depth of a chain is the number of its hops.": _miscount_hops,
    "The presumed original of a copy group is one of its members.": _leave_the_group,
}

Found = set[tuple[str, str, str]]


def found_by_shacl(shapes: Graph, data: Graph) -> Found:
    """Focus, component and message of each result of the fast validator."""
    compiled = shacl.Shapes.from_text(shapes.serialize(format="nt"), format="nt")
    report = compiled.validate_text(data.serialize(format="nt"), format="nt")
    return {(r.focus_node.strip("<>"), r.component, r.message) for r in report.results}


def found_by_pyshacl(shapes: Graph, data: Graph) -> Found:
    """Focus, component and message of each result of the referee."""
    _, report, _ = pyshacl.validate(data, shacl_graph=shapes, inplace=True)
    return {
        (
            str(report.value(result, SH.focusNode)),
            report.value(result, SH.sourceConstraintComponent).fragment,
            str(report.value(result, SH.resultMessage)),
        )
        for result in report.subjects(RDF.type, SH.ValidationResult)
    }


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_rule_says_what_is_wrong(shapes: Graph, language: str) -> None:
    speakers = {
        rule.value if rule.parameter == SH.sparql else rule.holder for rule in rules_of(shapes)
    }

    said = [
        [str(m) for m in shapes.objects(speaker, SH.message) if m.language == language]
        for speaker in speakers
    ]

    assert all(len(messages) == 1 and messages[0].endswith(".") for messages in said)


def test_every_parameter_of_the_shapes_is_known_to_this_test(shapes: Graph) -> None:
    described = {
        SH.path, SH.message, SH.property, SH.targetClass, SH.targetSubjectsOf, SH.select,
        SH.prefixes, SH.declare, SH.prefix, SH.namespace, SH.inversePath, SH.alternativePath,
        SH.qualifiedValueShape,
    }  # fmt: skip
    used = {p for p in shapes.predicates() if str(p).startswith(str(SH))}

    assert used - described == set(PARAMETERS)


def test_the_shapes_are_well_formed(shapes: Graph) -> None:
    conforms, _, report = pyshacl.validate(Graph(), shacl_graph=shapes, meta_shacl=True)

    assert conforms, report


def test_the_examples_conform(shapes: Graph, examples: Graph) -> None:
    spoken = english_only(shapes)

    assert found_by_shacl(spoken, examples) == set()
    assert found_by_pyshacl(spoken, examples) == set()


def test_each_rule_catches_one_fault_and_both_validators_agree(
    shapes: Graph, examples: Graph
) -> None:
    spoken = english_only(shapes)
    rules = rules_of(shapes)
    missed, differing = [], []
    for shape in sorted({rule.shape for rule in rules}):
        data, expected = broken_in_turn([r for r in rules if r.shape == shape], examples, shapes)
        fast, referee = found_by_shacl(spoken, data), found_by_pyshacl(spoken, data)
        missed += [str(rule) for rule, fault in expected if fault not in fast & referee]
        differing += [shape.fragment] if fast != referee else []

    assert missed == []
    assert differing == []


def test_a_graph_of_another_vocabulary_is_left_alone(shapes: Graph) -> None:
    data = Graph().add((ELSE, RDF.type, OWL.Class))

    assert found_by_shacl(english_only(shapes), data) == set()
