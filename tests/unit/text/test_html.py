"""Reading a web page: the article, and what the page declares of itself."""

import pytest

from kg.errors import UnreadableDocument
from kg.text.html import article

BODY = """<article><h1>Un dépôt explose</h1>
<p>Selon <a href="https://example.org/reuters">Reuters</a>, un dépôt a explosé dans la nuit de
lundi à mardi près de la frontière, sans faire de victime.</p>
<p>Les autorités ont démenti l'information mercredi matin devant la presse.</p></article>"""


def page(head=""):
    return f"<html lang='fr'><head>{head}</head><body>{BODY}</body></html>"


def json_ld(content):
    return f'<script type="application/ld+json">{content}</script>'


def test_the_frozen_text_begins_with_the_headline():
    text, metadata = article(page('<meta property="og:title" content="Un dépôt explose">'))

    assert text.startswith("Un dépôt explose\nSelon Reuters, un dépôt a explosé")
    assert metadata.title == "Un dépôt explose"
    assert metadata.links == ("https://example.org/reuters",)


def test_what_the_page_declares_in_json_ld_wins():
    declared = json_ld(
        '{"@context": "https://schema.org", "@graph": [{"@type": "WebSite", "name": "no"},'
        ' {"@type": ["NewsArticle"], "headline": "Un dépôt explose", "inLanguage": "fr-FR",'
        ' "publisher": {"@type": "Organization", "name": "Le Fanal"},'
        ' "author": [{"name": "A. Petit"}], "datePublished": "2024-10-01T08:00:00+02:00",'
        ' "mainEntityOfPage": {"@id": "https://example.org/a"},'
        ' "isBasedOn": "https://example.net/wire"}]}'
    )

    _, metadata = article(page(declared))

    assert metadata.publisher == "Le Fanal"
    assert metadata.author == "A. Petit"
    assert metadata.published == "2024-10-01T08:00:00+02:00"
    assert metadata.url == "https://example.org/a"
    assert metadata.links[0] == "https://example.net/wire"
    assert metadata.lang == "fr-FR"


@pytest.mark.parametrize("broken", ["{", "[" * 50_000, '"x"', '{"@type": "Recipe"}', "null"])
def test_broken_or_foreign_json_ld_is_passed_over(broken):
    text, metadata = article(page(json_ld(broken)))

    assert "Reuters" in text
    assert metadata.publisher is None


@pytest.mark.parametrize("empty", ["<html></html>", "<html><body><p> </p></body></html>"])
def test_a_page_without_an_article_is_refused(empty):
    with pytest.raises(UnreadableDocument, match="no article text"):
        article(empty)


def test_a_page_nested_beyond_reason_is_read_or_refused_and_never_crashes():
    nested = "<div>" * 20_000 + "<p>Selon la police, la route est fermée depuis ce matin.</p>"
    try:
        text, _ = article(f"<html><body>{nested}</body></html>")
    except UnreadableDocument:
        return
    assert "police" in text
