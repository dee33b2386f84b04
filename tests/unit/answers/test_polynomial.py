"""Which attributions an answer rests on."""

from dataclasses import replace

from kg.answers.polynomial import MOST_TERMS, polynomial, tokens


def written(found):
    return polynomial(found.chains, tokens(found.chains), found.graph.total)


def test_a_chain_is_a_product_and_chains_are_a_sum(arms, union):
    assert written(arms.ask(*union)) == "a1·a2 + a3 + a4 + a5 + a6·a7"


def test_without_a_side_its_products_are_gone(arms, union):
    whole, left = arms.ask(*union), arms.ask(*union, ignore=["Ukraine"], side=True)

    assert polynomial(left.chains, tokens(whole.chains)) == "a4 + a5 + a6·a7"


def test_own_voice_is_a_token(story):
    story.page("one", "Ledger").says("P")
    found = story.ask()

    assert written(found) == "a1"
    assert len(found.chains[0].tokens) == 1


def test_a_relay_of_two_sources_is_one_token_in_two_products(story):
    story.outlets("CNN")
    page = story.page("one", "Ledger")
    relay, first = page.tells("P", "CNN", "Army")
    second = page.tells("P", "Navy")[0]
    page._replace(second, replace(second, nested_in=relay.id))

    assert written(story.ask()) == "a1·a2 + a1·a3"
    assert first.nested_in == relay.id


def test_nothing_is_zero():
    assert polynomial([], {}) == "0"


def test_a_long_sum_says_how_much_of_it_is_shown(story):
    page = story.page("one", "Ledger")
    for n in range(MOST_TERMS + 5):
        page.tells("P", f"Body {n}")

    assert written(story.ask()).endswith(f"a{MOST_TERMS} … (first 200 of 205)")


def test_chains_that_are_not_even_listed_are_in_the_number(story):
    page = story.page("one", "Ledger")
    page.tells("P", "Army")
    found = story.ask()

    assert polynomial(found.chains, tokens(found.chains), 4096) == "a1 … (first 1 of 4096)"
    assert polynomial(found.chains, tokens(found.chains), None) == "a1"
