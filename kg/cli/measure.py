"""The command that measures an extractor: eval."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Group
from rich.table import Table
from rich.text import Text

from kg import corpus, plugins
from kg.cli.options import Json
from kg.cli.output import errors, results, table, write_json
from kg.errors import CheckFailed, InputError
from kg.evaluation import HEADLINE, Options, Ratio, Scores, count, read_gold, read_predictions
from kg.evaluation import scored as score
from kg.model import Document, DocumentId, to_normal_form

commands = typer.Typer()

_FORMS = frozenset({"direct", "mixed", "indirect"})


@commands.command(name="eval")
def eval_command(
    gold: Annotated[
        str,
        typer.Argument(help="A gold file in the normal form, or a part of our corpus: fr.dev."),
    ],
    pred: Annotated[
        Path | None, typer.Option("--pred", help="What an extractor wrote; default: read now.")
    ] = None,
    extractor: Annotated[str, typer.Option(help="Which extractor reads.")] = "default",
    form: Annotated[
        str | None, typer.Option("--form", help="Only gold that is direct, mixed or indirect.")
    ] = None,
    boot: Annotated[
        int, typer.Option("--boot", min=0, help="Resamples for the 95 % intervals; 0: none.")
    ] = 0,
    floor: Annotated[
        float | None,
        typer.Option("--floor", min=0, max=100, help="Exit 1 if FULL@0.5 F1 (in %) is below."),
    ] = None,
    as_json: Json = False,
) -> None:
    """Score attributions against a gold standard.

    The headline is FULL@0.5: contents share half of what either covers, and the source is right.
    """
    if form is not None and form not in _FORMS:
        raise InputError(f"--form must be direct, mixed or indirect, not {form!r}")
    documents = _gold(gold)
    predicted = read_predictions(pred) if pred else _read_now(documents, extractor)
    _warn_of_gaps(documents, predicted)
    options = Options(forms=frozenset({form} if form else ()))
    found = score([count(d, predicted.get(d["doc_id"], []), options) for d in documents], boot)
    if as_json:
        write_json(_as_json(found))
    else:
        results().print(_shown(found))
    reached = 100 * (found.ratios[HEADLINE].f1 or 0.0)
    if floor is not None and reached < floor:
        raise CheckFailed(f"FULL@0.5 F1 is {reached:.1f} %, below the floor of {floor:g} %")


def _gold(name: str) -> list[Mapping[str, Any]]:
    lang, _, part = name.partition(".")
    if lang in corpus.LANGUAGES and part in corpus.PARTS:
        return list(corpus.records(lang, part))
    return read_gold(Path(name))


def _read_now(documents: list[Mapping[str, Any]], extractor: str) -> dict[str, list[Any]]:
    reader = plugins.find("extractor", extractor)()
    found = {}
    for record in documents:
        name = record["doc_id"]
        document = Document(
            id=DocumentId(f"urn:sourcetrace:gold/{name}"),
            doc_id=name,
            text=record["text"],
            lang=record.get("lang") or "en",
        )
        found[name] = to_normal_form(document, reader.extract(document))["attributions"]
    return found


def _warn_of_gaps(documents: list[Mapping[str, Any]], predicted: Mapping[str, Any]) -> None:
    known = {d["doc_id"] for d in documents}
    if missing := sorted(known - predicted.keys()):
        errors.print(
            f"kg: no predictions for {len(missing)} of {len(known)} documents, first "
            f"{missing[0]}; what they hold counts as missed",
            markup=False,
            soft_wrap=True,
        )
    if stray := sorted(predicted.keys() - known):
        errors.print(f"kg: not in the gold, passed over: {', '.join(stray[:3])}", markup=False)


def _as_json(found: Scores) -> dict[str, Any]:
    return {
        "docs": found.documents,
        "counts": dict(sorted(found.counts.items())),
        "prf": {name: [r.precision, r.recall, r.f1] for name, r in found.ratios.items()},
        "acc": {name: list(share) for name, share in found.shares.items()},
        "ci95": {n: list(r.interval) for n, r in found.ratios.items() if r.interval},
        "groups": {
            name: {"gold": n, "found": hit, "full": full}
            for name, (n, hit, full) in found.groups.items()
        },
    }


def _shown(found: Scores) -> Group:
    counts = found.counts
    summary = Text(
        f"{found.documents} documents, {counts['gold']} attributions in the gold, "
        f"{counts['pred']} predicted\n"
    )
    return Group(summary, _ratios(found), Text(), _shares(found), Text(), _groups(found))


def _ratios(found: Scores) -> Table:
    shown = table("", "precision", "recall", "F1", "95 % interval")
    for name, ratio in found.ratios.items():
        shown.add_row(
            Text(name, style="bold" if name == HEADLINE else ""),
            _percent(ratio.precision),
            _percent(ratio.recall),
            _percent(ratio.f1),
            _interval(ratio),
        )
    return shown


def _shares(found: Scores) -> Table:
    shown = table("of those matched", "right", "n")
    for name, (right, n) in found.shares.items():
        shown.add_row(name.partition(" |")[0], _percent(right / n), str(n))
    return shown


def _groups(found: Scores) -> Table:
    shown = table("recall by kind", "found", "with right source", "n")
    for name, (n, hit, full) in found.groups.items():
        shown.add_row(name, _percent(hit / n), _percent(full / n), str(n))
    return shown


def _interval(ratio: Ratio) -> str:
    if ratio.interval is None:
        return ""
    low, high = ratio.interval
    return f"{100 * low:.1f}-{100 * high:.1f}"


def _percent(share: float | None) -> str:
    return "n/a" if share is None else f"{100 * share:.1f}"
