"""Pages: what is compared of a document."""

import numpy as np

from kg.link.reuse import page_of
from kg.link.vectors import vectors

PLAIN = "The dyke at Chenois gave way on Monday night. Boats were sent from Lorme before dawn."


def test_a_page_knows_its_sentences_and_one_vector_each(page_of_text):
    made = page_of_text(PLAIN, url="https://ledger.example/dyke")

    said = [p.span.of(PLAIN) for p in made.passages]
    assert len(said) == 2
    assert np.array_equal(made.vectors, vectors(said))
    assert (made.lang, made.published, made.url) == (
        "en",
        "2024-10-01",
        "https://ledger.example/dyke",
    )


def test_a_page_of_parts_at_hand_is_the_same(story, story_pages):
    document = next(iter(story("sipri-report")[0].values()))
    made = story_pages("sipri-report")[document.doc_id]

    again = page_of(document, made.publisher, made.voice, made.passages, made.vectors)

    assert again.prints == made.prints
    for name in ("document", "lang", "url", "published", "credited_to", "publisher", "passages"):
        assert getattr(again, name) == getattr(made, name)


def test_quotations_leave_no_prints(page_of_text):
    quoted = "“The dyke had been old for years and nobody looked after it in winter,” she said."
    made = page_of_text(f"{PLAIN}\n{quoted}")

    assert made.prints == page_of_text(PLAIN).prints
    assert made.length == page_of_text(PLAIN).length + len("she said".split())


def test_prints_are_the_runs_of_four_words(page_of_text):
    made = page_of_text("The dyke at Chenois gave way.")

    assert len(made.prints) == 3
    assert made.length == 6


def test_pages_with_a_sentence_in_common_share_its_prints(page_of_text):
    one = page_of_text(f"{PLAIN} The mayor slept at home.")
    other = page_of_text("A storm hit Lorme. Boats were sent from Lorme before dawn.", "Courier")

    assert len(one.prints & other.prints) == 4
    assert one.prints & page_of_text("Nothing of this was said anywhere else.").prints == set()


def test_prints_are_the_same_in_every_process(page_of_text):
    # Pairs of documents are chosen by them: no hash that is salted anew in each process.
    made = page_of_text("The dyke at Chenois.")

    assert made.prints == {1716056372422232022}


def test_credited_text_speaks_for_the_agency(page_of_text):
    plain = page_of_text(PLAIN, "Le Phare de Lorme")
    credited = page_of_text(PLAIN, "Le Phare de Lorme", credited_to="Reuters")

    assert plain.voice == plain.publisher == credited.publisher
    assert credited.voice == page_of_text(PLAIN, "Reuters").publisher != plain.voice
