"""Who passes on whom, in the words that say so."""

import pytest


@pytest.mark.parametrize(
    ("lang", "text", "outer", "inner", "content"),
    [
        (
            "en",
            "The Dispatch reports, citing two aides, that the sheriffs had left.",
            "The Dispatch",
            "two aides",
            "the sheriffs had left",
        ),
        (
            "en",
            "The Ledger reported on the authority of three lobbyists that the bill was dead.",
            "The Ledger",
            "three lobbyists",
            "the bill was dead",
        ),
        (
            "en",
            "The Ledger, which quotes two aides, claims that he left.",
            "The Ledger",
            "two aides",
            "he left",
        ),
        (
            "fr",
            "La Gazette, qui cite un commissaire, affirme que la décision est prise.",
            "La Gazette",
            "un commissaire",
            "la décision est prise",
        ),
        (
            "fr",
            "Le Courrier écrit, citant deux diplomates, que les discussions ont échoué.",
            "Le Courrier",
            "deux diplomates",
            "les discussions ont échoué",
        ),
    ],
)
def test_who_is_cited_is_nested_in_who_cites(acts, lang, text, outer, inner, content):
    assert {(source, said, of) for source, _, said, of in acts(text, lang)} == {
        (outer, content, ""),
        (inner, content, outer),
    }


@pytest.mark.parametrize(
    ("lang", "text", "inner", "outer"),
    [
        (
            "en",
            "It writes that, according to a former employee, anyone could read the files.",
            "a former employee",
            "anyone could read the files",
        ),
        (
            "fr",
            "Le journal rapporte que, d'après l'avocat, la plainte est retirée.",
            "l'avocat",
            "la plainte est retirée",
        ),
    ],
)
def test_a_source_after_the_complementizer_is_inside_what_is_reported(
    acts, lang, text, inner, outer
):
    found = {source: (content, of) for source, _, content, of in acts(text, lang)}

    assert found[inner][0] == outer
