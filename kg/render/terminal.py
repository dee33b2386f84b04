"""Answers as trees in the terminal, every line with the words and offsets behind it."""

from collections.abc import Iterable, Mapping
from typing import Any

from rich.console import Group
from rich.markup import escape
from rich.text import Text
from rich.tree import Tree

from kg.model import Attribution, AttributionId, Document, OriginStatus, Reading, SourceKind, Span
from kg.render.dossier import heading, name_of, offsets, words
from kg.render.palette import DOCUMENT, LOOK_OF, UNNAMED
from kg.render.phrases import phrase

Json = Mapping[str, Any]

# A quotation longer than this hides the tree; the offsets lead to the rest.
_LONGEST_QUOTE = 160
_STATUS_STYLE = {
    OriginStatus.NAMED: "green",
    OriginStatus.FIRST_HAND: "green",
    OriginStatus.DISOWNED: "red",
    OriginStatus.CIRCULAR: "red",
}


def dossier_tree(dossier: Json, verdict: str, lang: str = "en") -> Group:
    """The dossier of a claim: verdict, chains with their evidence, denials, what restates."""
    parts: list[Any] = [Text(heading(dossier, lang), "bold")]
    if len(dossier["wordings"]) > 1:
        numbered = enumerate(dossier["wordings"], start=1)
        parts += [Text(f"{n}. {_short(wording)}", "italic") for n, wording in numbered]
    parts += [Text(verdict, "bold green"), Text()]
    by_document: dict[str, list[Json]] = {}
    for entry in [*dossier["chains"], *dossier["denials"]]:
        by_document.setdefault(entry["document"], []).append(entry)
    parts += [_document_tree(entries, lang) for entries in by_document.values()]
    parts += [Text(), *_figures(dossier, lang), *_asides(dossier, lang)]
    return Group(*parts)


def _document_tree(entries: list[Json], lang: str) -> Tree:
    first = entries[0]
    known = [first.get("title"), first.get("publisher"), first.get("published")]
    heading = " · ".join(str(part) for part in known if part) or first["doc_id"]
    tree = Tree(Text.assemble((f"{DOCUMENT.glyph} ", "green"), (heading, "bold")))
    for entry in entries:
        if "hops" in entry:
            _add_chain(tree, entry, lang)
        else:
            _add_denial(tree, entry, lang)
    return tree


def _add_chain(tree: Tree, chain: Json, lang: str) -> None:
    branch = tree
    status = OriginStatus(chain["status"])
    if not chain["hops"]:
        branch.add(Text(phrase("own voice", lang), "yellow"))
    for n, hop in enumerate(chain["hops"]):
        last = n == len(chain["hops"]) - 1
        line = _source(hop, lang)
        if last:
            line.append(f"  {phrase(status, lang)}", _STATUS_STYLE.get(status, "yellow"))
            line.append(f"  {phrase('depth', lang).format(depth=chain['depth'])}", "dim")
        branch = branch.add(Group(line, _evidence(hop, lang, with_content=last)))


def _add_denial(tree: Tree, denial: Json, lang: str) -> None:
    line = _source(denial, lang)
    relation = phrase(f"denial-{denial['relation']}", lang)
    line.append(f"  ✗ {relation}", "red")
    tree.add(Group(line, _evidence(denial, lang, with_content=True)))


def _source(hop: Json, lang: str) -> Text:
    look = LOOK_OF[SourceKind(hop["kind"])]
    return Text.assemble((f"{look.glyph} ", "cyan"), (name_of(hop, lang), "bold"))


def _evidence(hop: Json, lang: str, *, with_content: bool) -> Text:
    shown = Text()
    cue = " … ".join(words(hop, "cue"))
    if cue:
        shown.append(f"“{cue}” ", "magenta")
        shown.append(offsets(hop, "cue"), "dim")
    else:
        shown.append(phrase("line-implied", lang), "dim italic")
    if with_content and (content := " … ".join(words(hop, "content"))):
        shown.append(f"\n{_short(content)} ", "italic")
        shown.append(offsets(hop, "content"), "dim")
    return shown


def _figures(dossier: Json, lang: str) -> list[Text]:
    origins, ceiling = dossier["origins"], dossier["ceiling"]
    pairs = [
        ("figure-origins", f"[{origins['lower']}, {origins['upper']}]"),
        ("figure-resolved", _names(origins["resolved"], lang)),
        ("figure-unresolved", _names(origins["unresolved"], lang)),
        ("figure-transmission", str(dossier["transmission"])),
        ("figure-bottlenecks", _names(dossier["bottlenecks"], lang)),
        ("figure-polynomial", dossier["polynomial"]),
        ("figure-ceiling", f"{ceiling['max'] or '–'} ({ceiling['reason']})"),
    ]
    room = max(len(phrase(key, lang)) for key, _ in pairs)
    return [
        Text.assemble((f"{phrase(key, lang):<{room}}  ", "dim"), value or "–")
        for key, value in pairs
    ]


def _asides(dossier: Json, lang: str) -> list[Text]:
    lines = []
    for entry in dossier["restates"]:
        quote = " … ".join(words(entry, "content"))
        told = f"{phrase('restates', lang)}: {_short(quote)} "
        lines.append(Text.assemble((told, "dim"), (offsets(entry, "content"), "dim")))
    lines += [Text(note, "dim") for note in dossier["notes"]]
    return [Text(), *lines] if lines else []


def _names(entries: Iterable[Json], lang: str) -> str:
    named = []
    for entry in entries:
        name, status = name_of(entry, lang), entry.get("status")
        named.append(f"{name} ({phrase(status, lang)})" if status else name)
    return ", ".join(named)


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _LONGEST_QUOTE else flat[: _LONGEST_QUOTE - 1].rstrip() + "…"


def reading_tree(reading: Reading) -> Tree:
    """All attributions of one document, nested as they were read."""
    document = reading.document
    heading = document.title or document.doc_id
    tree = Tree(Text.assemble((f"{DOCUMENT.glyph} ", "green"), (escape(heading), "bold")))
    branches: dict[AttributionId | None, Tree] = {None: tree}
    for attribution in reading.attributions:
        if attribution.is_own_voice:
            continue
        parent = branches.get(attribution.nested_in, tree)
        branches[attribution.id] = parent.add(_attribution(attribution, document))
    if len(branches) == 1:
        tree.add(Text("no attribution found", "dim"))
    return tree


def _attribution(attribution: Attribution, document: Document) -> Group:
    source = attribution.source
    look = LOOK_OF[source.kind] if source.spans else UNNAMED
    name = source.name or document.quotes(source.spans) or "nobody named"
    first = Text.assemble((f"{look.glyph} ", "cyan"), (name, "bold"))
    first.append(f"  {attribution.stance} · {attribution.writer_certainty}", "yellow")
    if attribution.implied:
        first.append("  implied", "dim italic")
    second = Text()
    if attribution.cue:
        second.append(f"“{document.quotes(attribution.cue)}” ", "magenta")
        second.append(_ranges(attribution.cue), "dim")
        second.append("\n")
    second.append(_short(document.quotes(attribution.content)) + " ", "italic")
    second.append(_ranges(attribution.content), "dim")
    return Group(first, second)


def _ranges(spans: Iterable[Span]) -> str:
    return " ".join(f"[{span.start}, {span.end})" for span in spans)
