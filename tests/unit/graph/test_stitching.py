"""Source links: from "CNN reports that P" to CNN's own text on P."""

from dataclasses import replace
from itertools import permutations

import pytest

from kg.graph import source_links
from kg.model import CopyGroup, CopyKind, Form, LinkKind


@pytest.fixture
def told(story):
    """CNN's own text and a paper that cites it; the links between them."""

    def links(own="2024-10-01", citing="2024-10-02", *, cited=None, changed=None, copies=()):
        page = story.page("cnn", "CNN", own)
        page.tells("the dyke at Chenois gave way", "Minister")
        paper = story.page("paper", "Ledger", citing)
        paper.tells("P", "CNN")
        readings = list(story.readings)
        for place, facts in ((0, cited), (1, changed)):
            if facts:
                document = replace(readings[place].document, **facts)
                readings[place] = replace(readings[place], document=document)
        return source_links(readings, copies)

    return links


def test_the_text_of_the_cited_outlet_is_found(told, story):
    (link,) = told()

    assert link.citing == story.pages["paper"].attributions[0].id
    assert link.cited == "urn:document/cnn"
    assert (link.kind, link.identified) == (LinkKind.INFERRED, False)


@pytest.mark.parametrize(
    ("own", "citing", "kind"),
    [
        ("2024-10-01", "2024-10-02", "inferred"),
        ("2024-10-02", "2024-10-01", "late"),
        ("2024-10-01", "2024-10-01", "possible"),
        ("2024-10", "2024-10-02", "possible"),
        (None, "2024-10-02", "possible"),
        ("2024-10-01", None, "possible"),
        ("2024-10-01T08:00Z", "2024-10-01T09:00Z", "inferred"),
    ],
)
def test_dates_tell_how_sure_a_link_is(told, own, citing, kind):
    assert [link.kind for link in told(own, citing)] == [kind]


@pytest.mark.parametrize(
    ("cited", "changed"),
    [
        (
            {"url": "https://cnn.example/dyke"},
            {"links": ("https://a.example/", "https://cnn.example/dyke")},
        ),
        (
            {"title": "The Dyke at Chénois gave way"},
            {"text": "CNN says that P in “the dyke at Chenois GAVE way” today."},
        ),
    ],
)
def test_an_address_or_a_title_tells_which_text_is_meant(told, cited, changed):
    (link,) = told(cited=cited, changed=changed)

    assert (link.kind, link.identified) == (LinkKind.STATED, True)


def test_naming_a_later_text_makes_it_no_earlier(told):
    address = "https://cnn.example/dyke"
    (link,) = told("2024-10-03", cited={"url": address}, changed={"links": (address,)})

    assert (link.kind, link.identified) == (LinkKind.LATE, True)


def test_naming_a_text_of_the_same_day_leaves_its_order_open(told):
    address = "https://cnn.example/dyke"
    (link,) = told("2024-10-02", cited={"url": address}, changed={"links": (address,)})

    assert (link.kind, link.identified) == (LinkKind.POSSIBLE, True)


@pytest.mark.parametrize(
    ("cited", "changed"),
    [
        ({"title": "Dyke gives way"}, {"text": "CNN says that P: dyke gives way. (told 0)."}),
        ({"title": "The dyke at Lorme gave way"}, None),
        ({"url": "https://cnn.example/dyke"}, {"links": ("https://cnn.example/",)}),
        ({"url": None, "title": None}, {"links": ()}),
    ],
)
def test_a_short_title_or_another_address_tells_nothing(told, cited, changed):
    assert [link.identified for link in told(cited=cited, changed=changed)] == [False]


@pytest.mark.parametrize(
    ("form", "words", "identified"),
    [
        (Form.DIRECT, "The dyke at Chenois gave way", True),
        (Form.INDIRECT, "The dyke at Chenois gave way", False),
        (Form.DIRECT, "The dyke gave way", False),
        (Form.DIRECT, "The dyke at Lorme gave way", False),
    ],
)
def test_a_long_quotation_tells_which_text_it_is_from(story, form, words, identified):
    story.page("cnn", "CNN", "2024-10-01").tells("the dyke at Chenois gave way", "Minister")
    paper = story.page("paper", "Ledger", "2024-10-02")
    paper.tells(words, "CNN", form=form)
    reading = paper.reading
    (said,) = reading.attributions
    start = reading.document.text.index(words)
    said = replace(said, content=(replace(said.content[0], end=start + len(words)),))

    found = source_links([story.pages["cnn"].reading, replace(reading, attributions=(said,))])

    assert [link.identified for link in found] == [identified]


def test_an_agency_is_found_in_the_papers_that_credit_it(story):
    story.agent("Reuters", "agency")
    story.page("credited", "Herald", "2024-10-01", credited_to="Reuters").says("P")
    story.page("paper", "Ledger", "2024-10-02").tells("P", "Reuters")
    story.page("other", "Courier", "2024-10-02").tells("P", "Herald")

    found = source_links(story.readings)

    assert [link.cited for link in found] == ["urn:document/credited"] * 2


def test_all_texts_of_the_source_are_linked_and_no_text_of_anybody_else(story):
    for n in (1, 2):
        story.page(f"cnn{n}", "CNN", f"2024-10-0{n}").says("P")
    story.page("bbc", "BBC", "2024-10-01").says("P")
    story.page("paper", "Ledger", "2024-10-03").tells("P", "CNN", "Minister")

    found = source_links(story.readings)

    assert [link.cited for link in found] == ["urn:document/cnn1", "urn:document/cnn2"]
    assert {link.citing for link in found} == {story.pages["paper"].attributions[0].id}


def test_a_text_is_linked_neither_to_itself_nor_to_its_copies(story):
    own = story.page("cnn", "CNN", "2024-10-01")
    own.tells("P", "CNN")
    own.says("P")
    reprint = story.page("paper", "Ledger", "2024-10-02")
    reprint.tells("P", "CNN")
    copy = CopyGroup(CopyKind.REPRINT, (own.id, reprint.id))

    assert len(source_links(story.readings)) == 1
    assert source_links(story.readings, [copy]) == ()
    assert source_links([own.reading]) == ()


def test_copies_are_copies_in_their_own_group_only(story):
    pages = [story.page(name, "CNN" if name == "a" else "Ledger", "2024-10-01") for name in "abc"]
    pages[0].says("P")
    pages[2].tells("P", "CNN")
    groups = [
        CopyGroup(CopyKind.REPRINT, (pages[0].id, pages[1].id)),
        CopyGroup(CopyKind.EXCERPT, (pages[1].id, pages[2].id)),
    ]

    assert [link.cited for link in source_links(story.readings, groups)] == [pages[0].id]


def test_an_unnamed_source_has_no_texts(story):
    story.page("cnn", "CNN", "2024-10-01").says("P")
    story.page("paper", "Ledger", "2024-10-02").tells("P", "'two officials'")

    assert source_links(story.readings) == ()


def test_links_are_sorted_whatever_the_order_of_documents(story):
    story.page("a", "CNN", "2024-10-01").says("P")
    story.page("b", "BBC", "2024-10-02").tells("P", "CNN")
    story.page("c", "Ledger", "2024-10-03").tells("P", "CNN", "BBC")

    found = {source_links(list(order)) for order in permutations(story.readings)}

    (links,) = found
    assert len(links) == 3
    assert list(links) == sorted(links, key=lambda link: (link.citing, link.cited))
