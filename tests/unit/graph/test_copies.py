"""Who copied from whom, and which version counts."""

from kg.graph.copies import Copy, copied, superseded


def test_a_copy_stands_for_the_original_whatever_the_order_of_dates(story):
    first = story.page("first", "Ledger", "2024-10-01")
    second = story.page("second", "Courier", "2024-10-02")
    row = [first.tells("P", "Minister")[0], second.tells("P", "Minister")[0]]
    story.copy("reprint", first, second, rows=[row], original=second)
    held = {page.id: page.reading for page in (first, second)}

    assert copied(story.copies, held) == {row[0].id: Copy(row[1].id, dated=True)}


def test_without_a_known_original_the_first_in_canonical_order_stands_for_all(story):
    pages = [story.page(name) for name in ("a", "b", "c")]
    row = [page.tells("P", "Minister")[0] for page in pages]
    story.copy("reprint", *pages, rows=[row])
    held = {page.id: page.reading for page in pages}

    assert copied(story.copies, held) == {
        row[1].id: Copy(row[0].id, dated=False),
        row[2].id: Copy(row[0].id, dated=False),
    }


def test_an_original_that_is_set_aside_leaves_the_next_one_standing(story):
    pages = [story.page(name) for name in ("a", "b")]
    row = [page.tells("P", "Minister")[0] for page in pages]
    story.copy("reprint", *pages, rows=[row], original=pages[0])
    held = {page.id: page.reading for page in pages}

    assert copied(story.copies, held, {row[0].id}) == {}


def test_of_several_versions_the_latest_counts(story):
    pages = [story.page(f"v{n}", "Ledger", f"2024-10-0{n}") for n in (1, 2, 3)]
    story.copy("revision", *pages)
    held = {page.id: page.reading for page in pages}

    assert superseded(story.copies, held) == {p.id: pages[2].id for p in pages[:2]}


def test_a_correction_takes_the_claim_out_and_an_earlier_day_restores_it(story):
    first = story.page("v1", "Ledger", "2024-10-01")
    first.tells("P", "Minister")
    second = story.page("v2", "Ledger", "2024-10-02")
    second.tells("Q", "Minister")
    story.copy("revision", first, second)

    assert story.bounds() == (0, 0)
    assert story.bounds(as_of="2024-10-01") == (1, 1)
