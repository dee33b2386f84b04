"""What a SPARQL text must pass before an engine sees it.

The engine has no limits of its own: it dies of deep nesting and of long chains of operators,
cannot be stopped, and ``SERVICE`` makes it call out. So the text is read here first, in time
linear in its length: its size, the depth of its brackets, how many operators it joins, and
whether it reaches outside the store.

SPARQL cannot be cut into tokens without parsing it, because ``<`` also compares. Where the two
readings could differ, the text is refused: words hidden from this check must be hidden from
the engine too.
"""

import re
import sys
from dataclasses import dataclass

from kg.errors import BadQuery

MOST_BYTES = 64 * 1024
"""Longest query, in bytes of UTF-8."""

DEEPEST = 64
"""Deepest nesting of brackets; 60 levels are evaluated, some thousands end the process."""

MOST_OPERATORS = 300
"""Most operators, groups and separators: as many of any kind are survived, 3,000 are not. The
time that the engine takes to plan them grows steeply and needs a limit of its own."""

MOST_TOKENS = 5_000
"""Most words and signs of any kind."""

_TOKEN = re.compile(
    r"""
    (?P<space>[\ \t\r\n]+|\#[^\r\n]*)
  | (?P<iri><(?:[^<>"{}|^`\\\x00-\x20]|\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8})*>)
  | (?P<string>"{3}(?:"{0,2}(?:[^"\\]|\\.))*"{3}|'{3}(?:'{0,2}(?:[^'\\]|\\.))*'{3}
      |"(?!"")(?:[^"\\\r\n]|\\.)*"|'(?!'')(?:[^'\\\r\n]|\\.)*')
  | (?P<variable>[?$]\w+)
  | (?P<language>@[A-Za-z]+(?:-[A-Za-z0-9]+)*)
  | (?P<prefixed>(?:[^\W\d_](?:[\w.\-]*[\w\-])?|_)?:(?:(?:[\w:.\-]|%[0-9A-Fa-f]{2}
      |\\[_~.\-!$&'()*+,;=/?\#@%])*(?:[\w:\-]|%[0-9A-Fa-f]{2}|\\[_~.\-!$&'()*+,;=/?\#@%]))?)
  | (?P<number>\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)
  | (?P<word>[^\W\d]\w*)
  | (?P<open><<|[{(\[])
  | (?P<close>>>|[})\]])
  | (?P<sign>&&|\|\||\^\^|!=|<=|>=|[<>=!|/^*+\-?.;,~])
    """,
    re.VERBOSE | re.DOTALL,
)
_UPDATES = frozenset({"insert", "delete", "load", "drop", "clear", "create", "add", "move", "copy"})
_WRITTEN_IN_FULL = re.compile(r"<[A-Za-z][A-Za-z0-9+.\-]*://")
_ESCAPED = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")


@dataclass(frozen=True, slots=True)
class Token:
    """One word or sign of a query.

    Attributes:
        kind: Name of the group of the grammar above.
        text: As written.
        start: Where it begins.
    """

    kind: str
    text: str
    start: int


@dataclass(frozen=True, slots=True)
class Checked:
    """A query that may be evaluated.

    Attributes:
        text: As given.
        tokens: Its words and signs, without spaces and comments.
        graphs: The IRIs that FROM and FROM NAMED mention.
    """

    text: str
    tokens: tuple[Token, ...]
    graphs: tuple[str, ...]


def checked(text: str) -> Checked:
    """``text`` with its tokens, if it may be evaluated.

    Raises:
        BadQuery: It is too long, too deep or too much joined, it is an update, it calls a
            service, or it holds something that is no SPARQL; the message says which.

    >>> checked("SELECT * WHERE { SERVICE <http://example.org/> { ?s ?p ?o } }")
    Traceback (most recent call last):
    kg.errors.BadQuery: SERVICE reaches outside the store and is not allowed
    """
    size = len(text.encode("utf-8", "surrogatepass"))
    if size > MOST_BYTES:
        raise BadQuery(f"the query has {size} bytes; the limit is {MOST_BYTES}")
    tokens = tuple(_tokens(text))
    _check_words(tokens)
    _check_sizes(tokens)
    decoded = _ESCAPED.sub(lambda found: _character(found[1] or found[2]), text)
    if decoded != text:
        # Some parsers decode escapes before they look for words, some after: both must do.
        _check_words(_tokens(decoded))
    return Checked(text, tokens, tuple(_graphs(tokens)))


def _tokens(text: str) -> list[Token]:
    tokens = []
    place = 0
    while place < len(text):
        match = _TOKEN.match(text, place)
        if match is None or match.lastgroup is None:
            line = text.count("\n", 0, place) + 1
            raise BadQuery(f"line {line} of the query has {text[place : place + 12]!r}, no SPARQL")
        if match.lastgroup != "space":
            tokens.append(Token(match.lastgroup, match[0], place))
        place = match.end()
    return tokens


def _check_words(tokens: tuple[Token, ...] | list[Token]) -> None:
    for token in tokens:
        name = token.text.partition(":")[0].casefold()
        if token.kind in {"word", "prefixed"} and "service" in name:
            # Also inside a longer word: the engine's parser needs no space after a keyword.
            raise BadQuery("SERVICE reaches outside the store and is not allowed")
        if token.kind == "word" and name in _UPDATES:
            raise BadQuery(f"{token.text.upper()} would change the store; a query only reads")
        if token.kind == "iri" and not _is_plain(token.text):
            raise BadQuery(f"{token.text} could be read in two ways; write the IRI in full")


def _is_plain(iri: str) -> bool:
    return bool(_WRITTEN_IN_FULL.match(iri)) or not {"#", "'"} & set(iri)


def _check_sizes(tokens: tuple[Token, ...]) -> None:
    if len(tokens) > MOST_TOKENS:
        raise BadQuery(f"the query has {len(tokens)} words and signs; the limit is {MOST_TOKENS}")
    opened: list[str] = []
    operators = 0
    for token in tokens:
        if token.kind == "open":
            opened.append(token.text)
        elif token.kind == "close" and opened:
            opened.pop()
        is_argument = token.text == "," and opened and opened[-1] == "("
        operators += token.kind in {"open", "sign"} and not is_argument
        if len(opened) > DEEPEST:
            raise BadQuery(f"the query is nested deeper than {DEEPEST} levels")
    if operators > MOST_OPERATORS:
        raise BadQuery(f"the query joins {operators} parts; the limit is {MOST_OPERATORS}")


def _graphs(tokens: tuple[Token, ...]) -> list[str]:
    graphs = []
    for place, token in enumerate(tokens):
        if token.kind == "word" and token.text.casefold() == "from":
            after = tokens[place + 1 : place + 3]
            named = bool(after) and after[0].text.casefold() == "named"
            graph = after[1:2] if named else after[:1]
            if not graph or graph[0].kind != "iri":
                raise BadQuery("after FROM stands the IRI of a graph of the store, in full")
            graphs.append(graph[0].text[1:-1])
    return graphs


def _character(digits: str) -> str:
    number = int(digits, 16)
    return chr(number) if number <= sys.maxunicode else "\ufffd"
