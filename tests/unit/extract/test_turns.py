"""A speaker named inside a turn of speech takes all of it, up to the next speaker."""


def test_the_rest_of_a_quotation_belongs_to_the_speaker_named_in_it(acts):
    text = (
        "« Nous n'avons reçu ni lettre ni appel, a martelé le vice-président, Kaiwen Deng. "
        "Que chacun réponde de ses actes ! » Il pleuvait."
    )

    ((source, cue, content, _),) = acts(text, "fr")

    assert (source, cue) == ("le vice-président, Kaiwen Deng", "a martelé")
    assert content.startswith("Nous n'avons reçu")
    assert content.endswith("Que chacun réponde de ses actes !")


def test_a_second_speaker_in_a_quotation_begins_an_act_of_its_own(acts):
    text = "« Le pont tient, a dit le maire. Il tiendra. Nous le savons, a ajouté le maire. Tous. »"

    first, second = (content for _, _, content, _ in acts(text, "fr"))

    assert first == "Le pont tient … Il tiendra"
    assert second == "Nous le savons … Tous"


def test_a_dialogue_with_dashes_is_quoted_as_well(acts):
    text = "— Le pont tient, a dit le maire. Il tiendra encore.\n— Vraiment ?"

    ((_, _, content, _),) = acts(text, "fr")

    assert content == "Le pont tient … Il tiendra encore"


def test_a_quotation_that_its_speaker_interrupts_is_one_act(acts):
    text = "“The dam holds,” the engineer said after the storm, “and it will hold.”"

    ((_, _, content, _),) = acts(text, "en")

    assert content == "The dam holds … and it will hold"


def test_a_new_quotation_with_a_speaker_inside_is_no_continuation(acts):
    text = "« Une panne », avoue la ministre. « Une puce, prévoit-elle, verra le jour en 2034. »"

    contents = [content for _, _, content, _ in acts(text, "fr")]

    assert contents == ["Une panne", "Une puce … verra le jour en 2034"]
