"""Commands that ask how claims travel and outlets work: timeline, compare, path, measures."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Annotated, Any

import typer
from rich.console import Group
from rich.markup import escape
from rich.table import Table
from rich.text import Text

from kg.answers import select
from kg.answers.ask import corpus_of
from kg.answers.compare import compare
from kg.answers.ends import end_of
from kg.answers.measures import measures
from kg.answers.path import path
from kg.answers.timeline import timeline
from kg.cli.options import Json, StorePath, opened
from kg.cli.output import results, table, write_json

commands = typer.Typer()

_LONGEST_QUOTE = 90
_SHOWN_ROWS = 20
_MARKS = {
    "taken-back": "later taken back",
    "relies-on-retracted": "relies on what was taken back",
}
_LINKS = {
    None: "",
    "stated": " (the text it cites is in the store)",
    "inferred": " (presumably from the text in the store)",
    "possible": " (possibly from the text in the store)",
    "copy": " (repeats the text before)",
    "own-text": " (its own text)",
}

Claim = Annotated[
    str, typer.Argument(help="A claim: IRI, short id, or words (the best match is taken).")
]
End = Annotated[
    str, typer.Argument(help="An outlet or document; for a path any source: name, doc_id or IRI.")
]
Answer = Mapping[str, Any]


@commands.command(name="timeline")
def timeline_command(claim: Claim, store: StorePath = None, as_json: Json = False) -> None:
    """Who said what of a claim, through whom, by date; who was first, who how much later."""
    with opened(store) as kept:
        corpus = corpus_of(kept)
        known = select.wordings(corpus.readings)
        answer = timeline(corpus, select.claim(claim, known, corpus.claims))
    if as_json:
        write_json(answer)
        return
    shown = table("date", "document", "who", "does", "certainty", "words", "")
    for event in answer["items"]:
        when = "unknown" if event["undated"] else event["published"]
        act = (event["role"], event["writer_certainty"], _brief(event["quote"]), _marks(event))
        shown.add_row(when, *_plain(event["doc_id"], _speaker(event), *act))
    spread = table("outlet", "reported", "after the first")
    for outlet in answer["outlets"]:
        after = "first" if outlet["first"] else _delay(outlet["delay"])
        spread.add_row(*_plain(outlet["name"], outlet["published"] or "unknown", after))
    notes = [Text(note, "yellow") for note in answer["notes"]]
    heading = Text(f"“{answer['text']}”", "bold")
    results().print(Group(heading, Text(), shown, Text(), spread, Text(), *notes))


def _speaker(event: Answer) -> str:
    """Who says it, through whom: "the ministry, through CNN"."""
    if event["own_voice"]:
        return "the text itself"
    through = [str(outer["name"]) for outer in event["through"]]
    return str(event["name"]) + (f", through {', '.join(through)}" if through else "")


def _marks(event: Answer) -> str:
    marks = ["first report"] if event["first_report"] else []
    marks += ["earlier version"] if event["superseded"] else []
    marks += ["copied"] if event["copy_of"] else []
    marks += [_MARKS[event["withdrawn"]]] if event["withdrawn"] else []
    return ", ".join(marks)


def _delay(delay: Answer | None) -> str:
    if delay is None:
        return "unknown"
    if not delay["value"]:
        return "same day" if delay["unit"] == "days" else "same time"
    return _many(delay["value"], delay["unit"].removesuffix("s"))


@commands.command(name="compare")
def compare_command(a: End, b: End, store: StorePath = None, as_json: Json = False) -> None:
    """Two outlets or documents: what both carry and how, what only one, who has it from whom."""
    with opened(store) as kept:
        corpus = corpus_of(kept)
        answer = compare(corpus, end_of(corpus, a), end_of(corpus, b))
    if as_json:
        write_json(answer)
        return
    names = {side: str(answer[side]["name"]) for side in ("a", "b")}
    both = table("both carry", names["a"], names["b"], "differences")
    only = table("only one carries", "who", "says")
    for item in answer["items"]:
        if item["carried_by"] == "both":
            told = (_told(item["a"]), _told(item["b"]), _differences(item, names))
            both.add_row(*_plain(_brief(item["text"]), *told))
        else:
            side = item["carried_by"]
            only.add_row(*_plain(_brief(item["text"]), names[side], _told(item[side])))
    relied = [_relied(row, names) for row in answer["reliance"]]
    notes = [Text(note, "yellow") for note in answer["notes"]]
    results().print(Group(both, Text(), only, Text(), *relied, *notes))


def _told(tellings: Sequence[Answer]) -> str:
    """Who says it on one side, and how: "the army (asserts, distanced)"."""
    said = (f"{_speaker(t)} ({t['stance']}, {t['writer_certainty']})" for t in tellings)
    return "; ".join(dict.fromkeys(said))


def _differences(item: Answer, names: Mapping[str, str]) -> str:
    found = []
    for difference in item["differences"]:
        sides = (
            f"{', '.join(difference[side])} only in {names[side]}"
            for side in ("a", "b")
            if difference[side]
        )
        found.append(f"{difference['type']}: {'; '.join(sides)}")
    return "\n".join(found)


def _relied(row: Answer, names: Mapping[str, str]) -> Text:
    by, on = names[row["by"]], names[row["on"]]
    taken = len({i["claim"] for i in row["items"] if i["how"] != "cites"})
    over = f", and takes over {_many(taken, 'claim')} with its texts" if taken else ""
    cited = len({i["claim"] for i in row["items"] if i["how"] == "cites"})
    often = f"{_many(row['attributions'], 'time')} on {_many(cited, 'claim')}"
    return Text(f"{by} cites {on} {often}{over}.")


@commands.command(name="path")
def path_command(a: End, b: End, store: StorePath = None, as_json: Json = False) -> None:
    """How something that A said reaches B: the shortest chains, claim by claim."""
    with opened(store) as kept:
        corpus = corpus_of(kept)
        answer = path(corpus, end_of(corpus, a), end_of(corpus, b))
    if as_json:
        write_json(answer)
        return
    parts: list[Any] = [Text(answer["sentence"], "bold")]
    for item in answer["items"]:
        parts += [Text(), Text(f"“{item['text']}”")]
        parts += [Text(f"  {line}") for line in _steps(item["hops"])]
    results().print(Group(*parts))


def _steps(hops: Iterable[Answer]) -> Iterable[str]:
    """One line a hop, with the words that show it and where they stand."""
    for number, hop in enumerate(hops, start=1):
        who = "the text itself" if hop["own_voice"] else hop["name"]
        if hop["link"] in {"copy", "own-text"}:
            who = hop["publisher"] or hop["doc_id"]
        words = [e for e in hop["evidence"] if e["part"] == "content" and _here(e, hop)]
        place = " ".join(f"[{e['start']}, {e['end']})" for e in words)
        quote = _brief(" … ".join(e["quote"] for e in words))
        yield f"{number}. {who}{_LINKS[hop['link']]}: “{quote}” {hop['doc_id']} {place}"


def _here(evidence: Answer, hop: Answer) -> bool:
    return bool(evidence["attribution"] == hop["attribution"])


@commands.command(name="measures")
def measures_command(store: StorePath = None, as_json: Json = False) -> None:
    """What outlets relay, source themselves, leave unsourced; who relies on whom; who is first."""
    with opened(store) as kept:
        answer = measures(corpus_of(kept))
    if as_json:
        write_json(answer)
        return
    tables = [_outlets(answer), _matrix(answer), _unnamed(answer), _lint(answer)]
    results().print(Group(*(part for shown in tables for part in (shown, Text()))))


def _outlets(answer: Answer) -> Table:
    shown = table(
        *("outlet", "claims", "relayed", "directly sourced", "unsourced", "first", "tied"),
        *("later", "median delay"),
    )
    for item in answer["items"]:
        kinds = ("relayed", "directly_sourced", "unsourced")
        shares = (f"{item[k]['claims']} ({item[k]['share'] or 0:.0%})" for k in kinds)
        races = (str(item[k]["claims"]) for k in ("first", "first_or_tied", "later"))
        after = _delay(item["median_delay"]) if item["median_delay"] else ""
        shown.add_row(*_plain(item["name"], str(item["claims"]), *shares, *races, after))
    return shown


def _matrix(answer: Answer) -> Table:
    shown = table("outlet", "relies on", "kind", "cited", "taken over", "claims", "documents")
    for row in answer["reliance"][:_SHOWN_ROWS]:
        counts = (row["attributions"], row["taken_over"], row["claims"], len(row["documents"]))
        shown.add_row(*_plain(row["outlet_name"], row["name"], row["kind"], *map(str, counts)))
    left = len(answer["reliance"]) - _SHOWN_ROWS
    if left > 0:
        shown.caption = f"{left} more rows: --json"
    return shown


def _unnamed(answer: Answer) -> Table:
    shown = table("unnamed source", "outlets that rest on it", "claims", "documents")
    for row in answer["unnamed"][:_SHOWN_ROWS]:
        counts = (str(row["claims"]), str(len(row["documents"])))
        shown.add_row(*_plain(f"“{row['name']}”", ", ".join(row["outlets"]), *counts))
    return shown


def _lint(answer: Answer) -> Table:
    shown = table("plural but single", "says", "and then", "offsets")
    for found in answer["findings"]:
        spans = [e for e in found["evidence"] if e["part"] == "source"]
        places = " ".join(f"[{e['start']}, {e['end']})" for e in spans)
        quoted = (f"“{found['plural']}”", f"“{found['single']}”")
        shown.add_row(*_plain(found["doc_id"], *quoted, places))
    return shown


def _plain(*cells: str) -> tuple[str, ...]:
    """Cells whose brackets are no markup."""
    return tuple(escape(cell) for cell in cells)


def _many(number: float, what: str) -> str:
    return f"{number:g} {what}{'' if number == 1 else 's'}"


def _brief(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _LONGEST_QUOTE else words[: _LONGEST_QUOTE - 1].rstrip() + "…"
