"""The gold that is read: our corpus, and public corpora where the machine has them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from kg import corpus
from kg.evaluation import read_gold

Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Texts:
    """Gold documents that are scored together.

    Attributes:
        name: Short and unique.
        title: What the page calls them.
        records: The documents in the normal form; nothing where the machine lacks them.
        holds: Which counts of the gold mean something: content, source, nesting, stance, denials.
        remark: What to know before comparing figures on them.
    """

    name: str
    title: str
    records: tuple[Json, ...] = ()
    holds: frozenset[str] = frozenset({"content", "source", "nesting", "stance", "denials"})
    remark: str = ""


_OURS = {
    "test": "It only measures: nothing is tuned on it.",
    "dev": "The thresholds of `default` were chosen on it: not blind.",
}
LANGUAGES = {"en": "English", "fr": "French"}
"""What the page calls them."""

_NEWS = Texts(
    "gum-news",
    "GUM, the news part (English, Wikinews)",
    holds=frozenset({"content", "source", "nesting", "stance"}),
    remark="It marks perception and thought as well, and leaves out *according to* within a "
    "clause; stance is derived from the cue word and given for part of the gold only.",
)
_GUM = replace(
    _NEWS,
    name="gum",
    title="GUM, all genres (English)",
    remark="A tenth of the documents is news; the rest is fiction, interviews, essays, talk. "
    "As for the news part.",
)
_POLNEAR = Texts(
    "polnear",
    "PolNeAR, development part (English, political news)",
    holds=frozenset({"content", "source"}),
    remark="It marks intentions, plans and feelings as well, and by design no nesting.",
)
_ANNODIS = Texts(
    "annodis",
    "ANNODIS (French, regional news and encyclopaedia)",
    holds=frozenset({"content"}),
    remark="Contents only: sources are not marked. It leaves out *selon* within a clause and "
    "cuts long contents to their head. With so few attributions it is a smoke test.",
)
_FILES = {
    "gum": ("gum/train.jsonl", "gum/dev.jsonl"),
    "polnear": ("polnear/dev.jsonl",),
    "annodis": ("annodis/train.jsonl", "annodis/dev.jsonl"),
}


def all_texts(folder: Path | None, limit: int | None = None) -> list[Texts]:
    """Everything that the board is about; public corpora are empty without a ``folder``.

    Args:
        folder: What ``KG_EVAL_DATA`` names; corpora lie in ``corpora`` below it.
        limit: Read only so many documents of each.

    Raises:
        InputError: The folder lacks a corpus, or a file is no gold.
    """
    gum = _read(folder, "gum")
    news = (record for record in gum if record["doc_id"].startswith("GUM_news_"))
    public = (
        replace(_NEWS, records=tuple(news)),
        replace(_GUM, records=tuple(gum)),
        replace(_POLNEAR, records=tuple(_read(folder, "polnear"))),
        replace(_ANNODIS, records=tuple(_read(folder, "annodis"))),
    )
    return [replace(texts, records=texts.records[:limit]) for texts in (*_ours(), *public)]


def _ours() -> Iterable[Texts]:
    for part, remark in _OURS.items():
        for lang, language in LANGUAGES.items():
            yield Texts(
                f"{lang}.{part}",
                f"Our corpus, {language}, {part}",
                tuple(corpus.records(lang, part)),
                remark=remark,
            )


def _read(folder: Path | None, name: str) -> list[Json]:
    if folder is None:
        return []
    return [record for file in _FILES[name] for record in read_gold(folder / "corpora" / file)]
