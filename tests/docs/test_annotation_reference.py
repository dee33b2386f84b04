"""The reference of the annotation rules is complete, and its example is right."""

import json
import re
from pathlib import Path

import pytest

from kg.model import Document, DocumentId, Form, SourceKind, Stance, WriterCertainty
from kg.model import from_normal_form as attributions_of

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "annotation.md"


@pytest.mark.parametrize("values", [Stance, WriterCertainty, Form, SourceKind])
def test_every_value_of_the_model_is_explained(values):
    page = PAGE.read_text("utf-8")

    assert [value for value in values if f"`{value}`" not in page] == []


def test_the_example_of_the_normal_form_points_at_its_words():
    (block,) = re.findall(r"```json\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)
    record = json.loads(block)
    document = Document(DocumentId("urn:d"), record["doc_id"], record["text"], record["lang"])

    (attribution,) = attributions_of(record, document)

    assert document.quotes(attribution.source.spans) == "la préfecture"
    assert document.quotes(attribution.cue) == "Selon"
    assert document.quotes(attribution.content) == "le port ferme"
