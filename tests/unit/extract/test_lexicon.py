import re
import tomllib
import unicodedata
from collections import defaultdict
from importlib.resources import files
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import UnknownLanguage
from kg.extract.conjugation import FINITE
from kg.extract.lexicon import CueClass, Frame, Needs, folded, lexicon
from kg.model import SourceKind, Stance, WriterCertainty

LANGUAGES = ("en", "fr")
STANCES = {
    CueClass.DENY: Stance.DENIES,
    CueClass.RETRACT: Stance.DENIES,
    CueClass.CONFIRM: Stance.CONFIRMS,
    CueClass.ASK: Stance.QUESTIONS,
    CueClass.DOUBT: Stance.QUESTIONS,
    CueClass.DEMAND: Stance.DEMANDS,
    CueClass.COMMIT: Stance.COMMITS,
    CueClass.PREDICT: Stance.PREDICTS,
    CueClass.DECLINE: Stance.DECLINES,
}


def table(lang):
    return tomllib.loads((files("kg.extract") / f"lexicons/{lang}.toml").read_text("utf-8"))


def verb_cues(lang):
    cues = lexicon(lang)
    forms = [form for readings in cues.verbs.values() for form in readings]
    forms += [phrase.head for phrases in cues.phrases_by_head.values() for phrase in phrases]
    return {form.cue for form in forms}


def classes(word, lang):
    return {form.cue.cue_class for form in lexicon(lang).verb(word)}


def plain(word):
    return "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_there_are_enough_cues(lang):
    lemmas = {cue.lemma for cue in verb_cues(lang) if " " not in cue.lemma}

    assert len(lemmas) >= 300
    assert len({cue.lemma for cue in lexicon(lang).nouns.values()}) >= 100


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_class_gives_its_stance_and_every_other_asserts(lang):
    cues = verb_cues(lang) | set(lexicon(lang).nouns.values())

    for cue in cues:
        assert cue.stance is STANCES.get(cue.cue_class, Stance.ASSERTS), cue


@pytest.mark.parametrize("lang", LANGUAGES)
def test_all_classes_of_speech_are_filled(lang):
    filled = {cue.cue_class for cue in verb_cues(lang)}

    assert filled == set(CueClass) - {CueClass.DISCOVER, CueClass.AUXILIARY}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_lemma_of_several_classes_is_told_apart_by_its_frames(lang):
    by_lemma = defaultdict(list)
    for cue in verb_cues(lang):
        by_lemma[cue.lemma].append(cue)

    for cues in by_lemma.values():
        for one, other in combinations(cues, 2):
            assert not one.frames & other.frames, (one, other)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_cue_reports_in_some_frame(lang):
    assert all(cue.frames for cue in verb_cues(lang) | set(lexicon(lang).nouns.values()))


@pytest.mark.parametrize("lang", LANGUAGES)
@given(data=st.data())
@settings(max_examples=60)
def test_every_form_leads_back_to_its_cue(lang, data):
    cues = lexicon(lang)
    word = data.draw(st.sampled_from(sorted(cues.verbs)))

    for form in cues.verb(word.upper()):
        assert form.form == word
        assert form.mood in FINITE or form.person == 0


@pytest.mark.parametrize(
    ("word", "cue_class"),
    [
        ("rapporte", CueClass.REPORT),
        ("nient", CueClass.DENY),
        ("dément", CueClass.DENY),
        ("confirme", CueClass.CONFIRM),
        ("reconnaîtra", CueClass.ADMIT),
        ("prétendait", CueClass.CLAIM),
        ("exigeait", CueClass.DEMAND),
        ("promit", CueClass.COMMIT),
        ("craignent", CueClass.PREDICT),
        ("qualifié", CueClass.DESCRIBE),
        ("accusant", CueClass.ACCUSE),
        ("doutent", CueClass.DOUBT),
    ],
)
def test_french_forms_have_their_class(word, cue_class):
    assert cue_class in classes(word, "fr")


@pytest.mark.parametrize(
    ("word", "cue_class"),
    [
        ("said", CueClass.SAY),
        ("denies", CueClass.DENY),
        ("rejected", CueClass.DENY),
        ("retracted", CueClass.RETRACT),
        ("claims", CueClass.CLAIM),
        ("urged", CueClass.DEMAND),
        ("vowed", CueClass.COMMIT),
        ("warned", CueClass.PREDICT),
        ("acknowledges", CueClass.ADMIT),
        ("quoting", CueClass.RELAY),
    ],
)
def test_english_forms_have_their_class(word, cue_class):
    assert cue_class in classes(word, "en")


def test_asking_whether_and_asking_for_are_two_readings():
    by_class = {form.cue.cue_class: form.cue for form in lexicon("en").verb("asked")}

    assert Frame.WH in by_class[CueClass.ASK].frames
    assert Frame.INFINITIVE in by_class[CueClass.DEMAND].frames


@pytest.mark.parametrize(
    ("lang", "word", "certainty"),
    [
        ("fr", "confirme", WriterCertainty.COMMITTED),
        ("fr", "révèle", WriterCertainty.COMMITTED),
        ("fr", "rappelle", WriterCertainty.COMMITTED),
        ("fr", "affirment", WriterCertainty.NEUTRAL),
        ("fr", "allègue", WriterCertainty.DISTANCED),
        ("en", "admits", WriterCertainty.COMMITTED),
        ("en", "recalled", WriterCertainty.COMMITTED),
        ("en", "says", WriterCertainty.NEUTRAL),
        ("en", "claimed", WriterCertainty.DISTANCED),
        ("en", "alleges", WriterCertainty.DISTANCED),
    ],
)
def test_a_cue_says_how_far_the_writer_stands_behind_it(lang, word, certainty):
    assert {form.cue.certainty for form in lexicon(lang).verb(word)} == {certainty}


@pytest.mark.parametrize(
    ("lang", "word", "needs"),
    [
        ("fr", "conclu", Needs.CLAUSE_AND_SPEAKER),
        ("fr", "ajouté", Needs.CLAUSE),
        ("fr", "montre", Needs.DOCUMENT),
        ("en", "adds", Needs.CLAUSE),
        ("en", "shows", Needs.DOCUMENT),
        ("en", "found", Needs.DOCUMENT),
        ("en", "continued", Needs.QUOTE),
    ],
)
def test_words_that_mostly_mean_something_else_ask_for_evidence(lang, word, needs):
    assert {form.cue.needs for form in lexicon(lang).verb(word)} == {needs}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_form_is_listed_once_as_another_word_and_is_a_form(lang):
    cues = lexicon(lang)
    known = {*cues.verbs, *cues.phrases_by_head, *cues.discovery_verbs, *cues.auxiliaries}
    listed = [form for forms in table(lang)["also"].values() for form in forms]

    assert len(listed) == len(set(listed))
    assert set(listed) <= known


@pytest.mark.parametrize(
    ("lang", "word"), [("fr", "annonce"), ("fr", "démenti"), ("en", "reports"), ("en", "claims")]
)
def test_forms_that_are_nouns_too_are_marked(lang, word):
    assert {form.also for form in lexicon(lang).verb(word)} == {"noun"}


def test_no_form_of_an_auxiliary_passes_for_a_cue():
    cues = lexicon("fr")

    assert cues.auxiliary("étaient")
    assert not cues.verb("étaient")
    assert cues.verb("étayait")


def test_expressions_are_met_at_their_head():
    french = {p.tail for p in lexicon("fr").phrases("fait") if p.head.cue.lemma == "faire savoir"}
    english = {p.tail for p in lexicon("en").phrases("quoted")}

    assert french == {("savoir",)}
    assert {("as", "saying"), ("…", "as", "saying")} <= english


def test_an_expression_agrees_with_its_subject():
    tails = {p.tail for p in lexicon("fr").phrases("sont") if p.head.cue.lemma == "être convaincu"}

    assert ("convaincues",) in tails


def test_longer_expressions_come_before_shorter_ones():
    tails = [len(phrase.tail) for phrase in lexicon("en").phrases("hit")]

    assert tails == sorted(tails, reverse=True)


@pytest.mark.parametrize(
    ("lang", "word", "stance"),
    [
        ("fr", "démentis", Stance.DENIES),
        ("fr", "affirmation", Stance.ASSERTS),
        ("fr", "aveux", Stance.ASSERTS),
        ("fr", "promesses", Stance.COMMITS),
        ("en", "denials", Stance.DENIES),
        ("en", "warnings", Stance.PREDICTS),
        ("en", "theories", Stance.ASSERTS),
    ],
)
def test_claim_nouns_are_known_in_both_numbers(lang, word, stance):
    noun = lexicon(lang).noun(word)

    assert noun is not None
    assert noun.stance is stance


def test_prepositions_are_known_in_all_their_spellings():
    words = {frame.words: frame for frame in lexicon("fr").source_frames}

    assert {"selon", "d'après", "aux dires des", "de l'avis d'"} <= words.keys()
    assert words["à en croire"].certainty is WriterCertainty.DISTANCED
    assert words["pour"].weak


@pytest.mark.parametrize("lang", LANGUAGES)
def test_longest_first_holds_for_every_ordered_list(lang):
    cues = lexicon(lang)
    lists = [cues.comparatives, cues.concessives, cues.common_knowledge, cues.citing, cues.asides]
    lists.append(tuple(frame.words for frame in cues.source_frames))
    lists.append(tuple(marker.words for marker in cues.hearsay))

    for words in lists:
        assert words
        assert [len(w) for w in words] == sorted((len(w) for w in words), reverse=True)
        assert len(words) == len(set(words))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_relay_frames_and_source_frames_do_not_meet(lang):
    cues = lexicon(lang)

    assert not {frame.words for frame in cues.source_frames} & set(cues.citing)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_word_is_stored_folded(lang):
    cues = lexicon(lang)
    words = [*cues.hedges, *cues.negations, *cues.complementizers, *cues.asides, *cues.evidential]
    words += [*cues.verbs, *cues.phrases_by_head, *cues.titles, *cues.unnamed_heads]
    words += [*cues.source_heads, *cues.people, *cues.abbreviations, *cues.nouns]

    assert [word for word in words if word != folded(word)] == []


def test_nouns_name_the_kind_of_a_source():
    assert lexicon("fr").source_heads["quotidiens"] is SourceKind.OUTLET
    assert lexicon("fr").source_heads["agence"] is SourceKind.AGENCY
    assert lexicon("en").source_heads["ministries"] is SourceKind.BODY
    assert "rapports" in lexicon("fr").unnamed_heads
    assert "spokeswomen" in lexicon("en").spokespersons


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_noun_names_one_kind_of_source(lang):
    listed = [noun for nouns in table(lang)["source_heads"].values() for noun in nouns]

    assert len(listed) == len(set(listed))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_verb_of_finding_is_no_cue_by_itself(lang):
    word = {"en": "discovered", "fr": "découvre"}[lang]

    assert lexicon(lang).discovery(word)
    assert not lexicon(lang).verb(word)


def test_a_language_without_a_lexicon_is_named():
    with pytest.raises(UnknownLanguage, match="'ko'"):
        lexicon("ko")


@given(st.text())
@settings(max_examples=100)
def test_folding_keeps_every_offset(text):
    assert len(folded(text)) == len(text)


def test_folding_keeps_offsets_where_a_small_letter_is_two():
    assert folded("İzmir d’Après") == "İzmir d'après"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_tables_are_sorted(lang):
    data = table(lang)
    groups = [(g["class"], g["stance"], g["certainty"]) for g in data["cues"]]
    sections = [list(g.get(part, {})) for g in data["cues"] for part in ("nouns", "verbs")]
    lists = [v for s in ("also", "words", "people") for v in data[s].values()]

    assert groups == sorted(set(groups))
    for entries in [*sections, *lists]:
        assert entries == sorted(entries, key=lambda w: (plain(w).lower(), w))
        assert len(entries) == len(set(entries))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_entries_are_single_spaced_and_trimmed(lang):
    for group in table(lang)["cues"]:
        for lemma, notes in (group.get("verbs", {}) | group.get("nouns", {})).items():
            assert re.fullmatch(r"\S+( \S+)*", lemma)
            assert re.fullmatch(r"[a-z]+( [a-z]+)*( \| [a-z ]+)?", notes)
