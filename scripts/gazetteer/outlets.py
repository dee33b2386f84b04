"""Outlets and agencies; decides which of their names are to be believed only beside a cue."""

import re
from collections import defaultdict
from pathlib import Path

from gazetteer.tables import Row, cells, edited, in_order, joined, short_source

from kg.link.wording import ARTICLES, has_article, key, words

_CURATED = 158
"""Rows of the facts that were picked by hand; the others are lists of newspapers."""

_NOT_A_NAME = re.compile(r"[/@!()]|confirmado|;|\.com|, |No\. 1|newspaper", re.IGNORECASE)

_COMMON = frozenset(Path(__file__).with_name("common_words.txt").read_text("utf-8").split())
"""Names, without their article, that are also words, or names of something better known."""


def build(facts: list[Row], by_hand: list[Row], edits: list[Row], states: list[Row]) -> list[Row]:
    """The table of outlets: facts, edited, and those that have no confirmed item."""
    curated = [_outlet(fact, is_curated=True) for fact in facts[:_CURATED]]
    listed = [_outlet(fact, is_curated=False) for fact in facts[_CURATED:]]
    rows = edited([*curated, *listed, *by_hand], edits)
    _mark_weak(rows, {row["id"] for row in listed}, states)
    return in_order(rows)


def _outlet(fact: Row, *, is_curated: bool) -> Row:
    name = fact["name_en"]
    aliases = [alias for alias in cells(fact["aliases"]) if not _NOT_A_NAME.search(alias)]
    if not is_curated:
        aliases = [alias for alias in aliases if _is_telling(alias, name)]
    french = re.sub(r"\s*\(.*\)$", "", fact["name_fr"])
    return {
        "id": fact["qid"],
        "kind": fact["kind"],
        "name": name,
        "names": joined([f"en={name}", f"fr={french}" if french else ""]),
        "aliases": joined(alias for alias in aliases if alias not in (name, french)),
        "metonyms": "",
        "country": fact["country"],
        "side": "",
        "part_of": "",
        "domains": fact["domain"].lower().removeprefix("www."),
        "code": "",
        "weak": "",
        "source": short_source(fact["sources"]),
    }


def _is_telling(alias: str, name: str) -> bool:
    """Whether an alias from a list says more than one common word."""
    is_spelling = key(alias) == key(name) and has_article(alias) == has_article(name)
    return is_spelling or key(alias).count(" ") > 0 or alias.isupper()


def _mark_weak(rows: list[Row], listed: set[str], states: list[Row]) -> None:
    """Note in each row which of its names need a cue beside them."""
    owners: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        for folded in sorted({key(name) for name in _names(row)}):
            owners[folded].append(row["id"])
    taken = {key(name) for row in states for name in _names(row)}
    for row in rows:
        weak = [name for name in _names(row) if _is_weak(name, row["id"], owners, listed)]
        weak += [name for name in _names(row) if key(name) in taken]
        row["weak"] = joined([*cells(row.get("weak", "")), *weak])


def _is_weak(name: str, owner: str, owners: dict[str, list[str]], listed: set[str]) -> bool:
    folded = key(name)
    bare = [word.folded for word in words(name) if word.folded not in ARTICLES]
    if len(bare) == 1 and (owner in listed or bare[0] in _COMMON):
        return True
    rivals = [other for other in owners[folded] if other != owner]
    better_known = [other for other in rivals if other not in listed]
    return bool(better_known) or (owner in listed and bool(rivals))


def _names(row: Row) -> list[str]:
    tagged = cells(row.get("names", "")) + cells(row.get("aliases", ""))
    plain = [item[3:] if item[2:3] == "=" else item for item in tagged]
    return list(dict.fromkeys([row["name"], *plain]))
