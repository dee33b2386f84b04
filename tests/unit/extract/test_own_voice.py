import pytest

from kg.model import SourceKind, WriterCertainty


def own(attributed, text, lang="fr"):
    found = attributed(text, lang, every=True)
    return [line for line in found if line.attribution.source.kind is SourceKind.OWN_VOICE]


def test_a_sentence_without_attribution_is_the_texts_own(attributed):
    (line,) = own(attributed, "L'armée a quitté la ville.")

    assert line.content == "L'armée a quitté la ville"
    assert line.cue == ""


@pytest.mark.parametrize(
    "text",
    [
        "L'armée pourrait-elle quitter la ville ?",
        "Par Jeanne Martin",
        "PARIS (AFP)",
        "Selon Le Temps, l'armée a quitté la ville.",
    ],
)
def test_questions_fragments_and_reports_are_not(attributed, text):
    assert own(attributed, text) == []


def test_common_knowledge_cites_nobody_and_is_listed_apart(attributed):
    text = "Ce n'est un secret pour personne que les deux pays se sont rapprochés."

    (line,) = own(attributed, text)

    assert line.content == "les deux pays se sont rapprochés"
    assert line.attribution.rule == "common-knowledge"


def test_a_conditional_that_nobody_answers_for_is_distanced(attributed):
    (line,) = own(attributed, "Le roi aurait quitté le pays.")

    assert line.attribution.writer_certainty is WriterCertainty.DISTANCED


def test_a_denial_in_a_concessive_clause_leaves_the_main_clause_to_the_text(attributed):
    (line,) = own(attributed, "Rome livre des armes, bien que Milan nie tout commerce.")

    assert line.content == "Rome livre des armes"


def test_a_finder_within_a_report_is_an_implied_source(attributed):
    found = attributed("Le Temps rapporte que l'Islande a repéré des épaves.", "fr", every=True)

    outer, inner = found
    assert inner.attribution.implied
    assert (inner.source, inner.cue, inner.outer) == ("l'Islande", "", "Le Temps")
    assert inner.content == outer.content
    assert inner.attribution.confidence < 0.5
