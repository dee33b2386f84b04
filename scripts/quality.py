"""What the quality gate measures, for the test that holds it and the program that pins it."""

import hashlib
import json
import os
from dataclasses import dataclass
from pathlib import Path

from kg import corpus, plugins
from kg.evaluation import Scores, count, scored
from kg.model import Document, DocumentId, to_normal_form

FLOORS = Path(__file__).resolve().parent.parent / "tests" / "golden" / "floors.json"
MARGIN = 1.0
"""Points (per cent) between what was measured and its floor."""


@dataclass(frozen=True)
class Gold:
    """One set of gold documents.

    Attributes:
        records: In the normal form.
        digest: SHA-256 of them, to see that they were edited.
    """

    records: list[dict]
    digest: str


def sets() -> dict[str, Gold]:
    """Every set that is there: our corpus always, the others where ``KG_EVAL_DATA`` has them."""
    found = {f"own.{lang}.test": _gold(corpus.records(lang, "test")) for lang in corpus.LANGUAGES}
    folder = os.environ.get("KG_EVAL_DATA")
    if folder:
        news = "GUM_news_"
        wanted = {
            "gum.news": ("gum", ("train", "dev"), news),
            "gum.all": ("gum", ("train", "dev"), ""),
            "polnear.dev": ("polnear", ("dev",), ""),
            "annodis": ("annodis", ("train", "dev"), ""),
        }
        for name, (where, parts, prefix) in wanted.items():
            paths = [Path(folder) / "corpora" / where / f"{part}.jsonl" for part in parts]
            if all(path.is_file() for path in paths):
                records = [
                    record
                    for path in paths
                    for line in path.read_text("utf-8").splitlines()
                    if (record := json.loads(line))["doc_id"].startswith(prefix)
                ]
                found[name] = _gold(records)
    return found


def _gold(records: list[dict]) -> Gold:
    text = json.dumps(records, ensure_ascii=False, sort_keys=True)
    return Gold(records, hashlib.sha256(text.encode("utf-8")).hexdigest())


def measured(records: list[dict]) -> dict[str, float]:
    """What the default extractor reaches on ``records``, in per cent."""
    extractor = plugins.find("extractor", "default")()
    counts = []
    for record in records:
        document = Document(
            id=DocumentId(f"urn:sourcetrace:gold/{record['doc_id']}"),
            doc_id=record["doc_id"],
            text=record["text"],
            lang=record["lang"],
        )
        ours = to_normal_form(document, extractor.extract(document))["attributions"]
        counts.append(count(record, ours))
    return _figures(scored(counts))


def _figures(found: Scores) -> dict[str, float]:
    full = found.ratios["FULL@0.5 (content+source)"]
    figures = {
        "FULL@0.5 F1": full.f1,
        "FULL@0.5 precision": full.precision,
        "detect@0.5 F1": found.ratios["detect@0.5"].f1,
    }
    for name, short in (("nested_in edges", "nested F1"), ("denials", "denials F1")):
        if name in found.ratios:
            figures[short] = found.ratios[name].f1
    if "stance | matched" in found.shares:
        right, of = found.shares["stance | matched"]
        figures["stance"] = right / of
    for group, short in (("cue:say/dire", "say"), ("cue:deny", "deny")):
        gold, hit, both = found.groups.get(group, (0, 0, 0))
        if gold:
            figures[f"{short} recall"] = hit / gold
            figures[f"{short} recall with source"] = both / gold
    return {name: 100 * (value or 0.0) for name, value in figures.items()}
