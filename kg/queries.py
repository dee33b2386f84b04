"""The questions that ship as SPARQL: every public one, with what it asks and answers.

A question is a file ``queries/<folder>/<stem>.rq``. Its first lines, comments to SPARQL, say
what a person needs to know before asking::

    # title: Origins of a claim
    # title@fr: Origines d'une affirmation
    # question: Where do the chains of this claim end?
    # question@fr: Où s'arrêtent les chaînes de cette affirmation ?
    # param: claim iri the claim that is asked about
    # column: source who is cited last

The command line, the explorer, the docs and the tests all list the questions from here. A
parameter is a variable of the query, shown first among its columns; its value is handed to
the engine as a term and never becomes text of the query.
"""

import difflib
import functools
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources.abc import Traversable

from kg.errors import BadQuery, ResourceMissing, UnknownQuery
from kg.resources import folder

KINDS = ("iri", "text", "number")
"""What a parameter may be: an IRI, a plain string, a number."""

_HEADER = re.compile(r"#\s*(title|question|param|column)(?:@([a-z]{2}))?:\s*(.*\S)\s*")
_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:[^\x00-\x20<>\"{}|^`\\]*")
_NUMBER = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)")
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_NEAR = 5


@dataclass(frozen=True, slots=True)
class Parameter:
    """What the asker has to give.

    Attributes:
        name: The variable, without its question mark.
        kind: One of `KINDS`.
        told: What it means, in words.
    """

    name: str
    kind: str
    told: str


@dataclass(frozen=True, slots=True)
class Column:
    """One column of the answer.

    Attributes:
        name: The variable, without its question mark.
        told: What it means, in words.
    """

    name: str
    told: str


@dataclass(frozen=True, slots=True)
class Query:
    """One shipped question.

    Attributes:
        name: Folder and stem of its file: ``provenance/origins``.
        title: A few words for a list.
        question: What it asks, as a person would.
        text: The SPARQL, header included.
        parameters: What the asker gives, in order.
        columns: What an answer's row holds, the parameters first; empty for ASK.
        title_fr: The title in French; empty if there is none.
        question_fr: The question in French; empty if there is none.
    """

    name: str
    title: str
    question: str
    text: str
    parameters: tuple[Parameter, ...] = ()
    columns: tuple[Column, ...] = ()
    title_fr: str = ""
    question_fr: str = ""

    def bound(self, given: Mapping[str, str]) -> Mapping[str, str]:
        """The values of all parameters, as terms that a store takes.

        Args:
            given: By name, as a person writes them: an IRI with or without ``<>``, the bare
                words of a text, a decimal number.

        Raises:
            BadQuery: A parameter is missing, is not one of this query, or has a value that is
                not of its kind; the message names it.
        """
        known = {parameter.name for parameter in self.parameters}
        if unknown := sorted(given.keys() - known):
            takes = ", ".join(sorted(known)) or "none"
            raise BadQuery(f"{self.name} has no parameter {unknown[0]!r}; its parameters: {takes}")
        if missing := [p for p in self.parameters if p.name not in given]:
            wanted = "; ".join(f"{p.name} ({p.told})" for p in missing)
            raise BadQuery(f"{self.name} needs a value for {wanted}")
        return {p.name: _term(p, given[p.name]) for p in self.parameters}


@functools.cache
def shipped() -> tuple[Query, ...]:
    """All shipped questions, by name.

    Raises:
        ResourceMissing: The folder did not ship, or a file has no title or question.
    """
    return tuple(sorted(_read(folder("queries"), ""), key=lambda query: query.name))


def named(name: str) -> Query:
    """The shipped question ``name``: in full, or its stem where only one has it.

    Raises:
        UnknownQuery: None or several answer to it; the message lists the near ones.
    """
    found = [q for q in shipped() if name in (q.name, _stem(q.name))]
    exact = [q for q in found if q.name == name]
    if len(exact or found) == 1:
        return (exact or found)[0]
    if found:
        raise UnknownQuery(f"{name!r} could be {', '.join(q.name for q in found)}; say which")
    raise UnknownQuery(f"no shipped query is called {name!r}; {_near(name)}")


def parsed(name: str, text: str) -> Query:
    """The question in the text of a ``.rq`` file.

    Raises:
        BadQuery: Its header says no title, no question, or a parameter without a known kind.
    """
    said: dict[str, list[str]] = {}
    for line in text.splitlines():
        if not line.startswith("#"):
            break
        if match := _HEADER.fullmatch(line):
            key = f"{match[1]}@{match[2]}" if match[2] else match[1]
            said.setdefault(key, []).append(match[3])
    for key in ("title", "question"):
        if key not in said:
            raise BadQuery(f"{name}: the header has no line '# {key}: …'")
    parameters = tuple(_parameter(name, line) for line in said.get("param", ()))
    shown = (Column(p.name, p.told) for p in parameters)
    columns = (Column(*_words(name, line, 2)) for line in said.get("column", ()))
    return Query(
        name=name,
        title=said["title"][0],
        question=said["question"][0],
        text=text,
        parameters=parameters,
        columns=(*shown, *columns),
        title_fr=said.get("title@fr", [""])[0],
        question_fr=said.get("question@fr", [""])[0],
    )


def _read(place: Traversable, above: str) -> Iterator[Query]:
    for entry in place.iterdir():
        if entry.is_dir():
            yield from _read(entry, f"{above}{entry.name}/")
        elif entry.name.endswith(".rq"):
            name = f"{above}{entry.name.removesuffix('.rq')}"
            try:
                yield parsed(name, entry.read_text("utf-8"))
            except BadQuery as error:
                raise ResourceMissing(f"a shipped query is damaged: {error}") from error


def _parameter(name: str, line: str) -> Parameter:
    variable, kind, told = _words(name, line, 3)
    if kind not in KINDS:
        raise BadQuery(f"{name}: the parameter {variable} is of no known kind ({', '.join(KINDS)})")
    return Parameter(variable, kind, told)


def _words(name: str, line: str, wanted: int) -> list[str]:
    words = line.split(maxsplit=wanted - 1)
    if len(words) < wanted:
        raise BadQuery(f"{name}: the header line {line!r} lacks its explanation")
    return words


def _term(parameter: Parameter, value: str) -> str:
    if parameter.kind == "text":
        escaped = "".join(_ESCAPES.get(character, character) for character in value)
        return f'"{escaped}"'
    if parameter.kind == "number":
        if not _NUMBER.fullmatch(value.strip()):
            raise BadQuery(f"{parameter.name} must be a number like 0.5, not {value!r}")
        return f'"{value.strip()}"^^<http://www.w3.org/2001/XMLSchema#double>'
    iri = value.strip().removeprefix("<").removesuffix(">")
    if not _IRI.fullmatch(iri):
        raise BadQuery(f"{parameter.name} must be an IRI, not {value!r}")
    return iri


def _near(name: str) -> str:
    names = {q.name: q.name for q in shipped()} | {_stem(q.name): q.name for q in shipped()}
    near = difflib.get_close_matches(name, names, _NEAR, 0.5)
    known = list(dict.fromkeys(names[each] for each in near))
    if known:
        return f"did you mean {', '.join(known)}?"
    return "kg queries lists them"


def _stem(name: str) -> str:
    return name.rpartition("/")[2]
