"""Writes a synthetic news corpus as JSON Lines, for ``kg ingest`` or for measuring extraction.

    python benchmarks/synthetic.py --documents 10000 --seed 1 > corpus.jsonl
    python benchmarks/synthetic.py --documents 10000 --seed 1 --planted > planted.json

With ``--planted``, what there is to be found in that corpus is written instead: copies, circles
of citations, claims that say the same, contrary events. ``from synthetic import readings`` gives
the same corpus as readings, without extraction. Equal seeds give equal bytes.
"""

import argparse
import json
import sys
from collections.abc import Mapping
from dataclasses import asdict

from synthetic import documents, planted

from kg.model import LOCAL_BASE, Document, Names


def main() -> int:
    """Write a corpus, or what was planted in it, to standard output."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--documents", type=int, default=1000, help="how many")
    parser.add_argument("--seed", type=int, default=1, help="which corpus")
    parser.add_argument("--base", default=LOCAL_BASE, help="base IRI of what is planted")
    parser.add_argument("--planted", action="store_true", help="write what is there to be found")
    options = parser.parse_args()
    names = Names(options.base)
    if options.planted:
        found = asdict(planted(options.documents, options.seed, names))
        print(json.dumps(found, ensure_ascii=False, indent=1))
        return 0
    for document in documents(options.documents, options.seed, names):
        print(json.dumps(_record(document), ensure_ascii=False))
    return 0


def _record(document: Document) -> Mapping[str, str]:
    """The fields that `kg.text` reads, those that are known."""
    fields = {
        "doc_id": document.doc_id,
        "title": document.title,
        "lang": document.lang,
        "outlet": document.publisher,
        "credited_to": document.credited_to,
        "published": document.published,
        "url": document.url,
        "text": document.text,
    }
    return {name: value for name, value in fields.items() if value}


if __name__ == "__main__":
    sys.exit(main())
