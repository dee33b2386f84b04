"""What every installed extractor must hold to; a third party can run it on its own."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg import plugins
from kg.model import Document, DocumentId

WORDS = [
    "le",
    "la",
    "the",
    "Moscou",
    "Reuters",
    "ministre",
    "minister",
    "sources",
    "he",
    "il",
    "que",
    "that",
    "qu'",
    "a",
    "déclaré",
    "said",
    "says",
    "affirme",
    "selon",
    "according",
    "to",
    "cité",
    "par",
    "citing",
    "quoted",
    "as",
    "saying",
    "comme",
    "l'indique",
    "as",
    "n'a",
    "pas",
    "nient",
    "denied",
    "et",
    "and",
    "mais",
    "but",
    "bien",
    "que",
    "although",
    "claim",
    "affirmations",
    "selon",
    "lesquelles",
    "dit",
    "-t-il",
    "was",
    "reportedly",
    "«",
    "»",
    "“",
    "”",
    '"',
    "'",
    "’",
    ",",
    ".",
    ":",
    ";",
    "?",
    "!",
    "(",
    ")",
    "—",
    "\n",
    "\x00",
    "\u202f",
    "1,000",
    "M.",
]
HOSTILE = {
    "nothing": "",
    "only white space": " \n\u00a0\t",
    "marks that never close": '« Il dit “ que " non « » ”',
    "a null character": "Il a dit\x00 que non.",
    "half a surrogate": "Elle dit \ud800 que non.",
    "scripts of many kinds": "Москва said 平壤 że «yes», قال وزير.",
    "one long line": "Il dit que « non » et " * 1_000,
    "one long word": "a" * 50_000,
    "opening marks alone": "«" * 3_000,
}


@pytest.fixture(scope="module", params=plugins.names("extractor"))
def extractor(request, language_model):
    return plugins.find("extractor", request.param)()


def document(text, lang):
    return Document(id=DocumentId("urn:test:document"), doc_id="test", text=text, lang=lang)


def check(document, attributions):
    text = document.text
    place = {a.id: n for n, a in enumerate(attributions)}
    assert len(place) == len(attributions), "ids are unique"
    for n, attribution in enumerate(attributions):
        assert attribution.content, "something is conveyed"
        spans = (*attribution.source.spans, *attribution.cue, *attribution.content)
        assert all(span.end <= len(text) for span in spans)
        assert all(span.of(text) == span.of(text).strip() for span in spans)
        assert 0 <= attribution.confidence <= 1
        assert attribution.extractor
        if attribution.nested_in:
            assert place[attribution.nested_in] < n, "outer before inner, and no circle"
        assert attribution.set_against is None or attribution.set_against in place
        assert bool(attribution.cue) == attribution.is_stated


def test_it_names_itself_and_its_languages(extractor):
    assert extractor.name
    assert extractor.languages


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_any_text_gives_spans_within_it_and_a_forest_of_attributions(extractor, data):
    lang = data.draw(st.sampled_from(sorted(extractor.languages)))
    words = st.lists(st.sampled_from(WORDS) | st.text(max_size=6), max_size=40)
    given_document = document(data.draw(words.map(" ".join)), lang)

    check(given_document, extractor.extract(given_document))


@pytest.mark.parametrize("kind", HOSTILE)
def test_no_text_is_too_odd(extractor, kind):
    for lang in sorted(extractor.languages):
        given_document = document(HOSTILE[kind], lang)

        check(given_document, extractor.extract(given_document))


def test_equal_documents_are_read_equally(extractor):
    text = "Moscow and Kyiv said that they would talk. « Oui », a dit Rome."

    for lang in sorted(extractor.languages):
        given_document = document(text, lang)
        assert extractor.extract(given_document) == extractor.extract(given_document)
