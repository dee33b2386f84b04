"""Where nobody is said to have conveyed anything, next to nothing is drawn.

Six thousand words of news narrative, history, sport, travel and biography in both languages,
written for this and looked at by nobody who changed the extractor.
"""

import json
from pathlib import Path

from kg import plugins
from kg.extract.lexicon import LANGUAGES
from kg.model import Document, DocumentId

CORPUS = Path(__file__).parents[2] / "seeds" / "corpus"
ALLOWED = 1.0
"""False attributions per thousand words."""


def test_less_than_one_false_attribution_in_a_thousand_words_of_narrative():
    extractor = plugins.find("extractor", "default")()
    drawn, words = [], 0

    for lang in LANGUAGES:
        for line in (CORPUS / f"narrative.{lang}.test.json").read_text("utf-8").splitlines():
            record = json.loads(line)
            words += len(record["text"].split())
            document = Document(DocumentId("urn:n"), record["doc_id"], record["text"], lang)
            drawn += [document.quotes(a.cue) for a in extractor.extract(document) if a.is_stated]

    assert words > 5_000
    assert 1_000 * len(drawn) / words <= ALLOWED, drawn
