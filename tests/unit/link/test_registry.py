"""What the tables of known agents must hold, and that their build gives them."""

import os
import re
import runpy
import subprocess
import sys
from collections import Counter
from importlib.resources import files
from pathlib import Path

import pytest

from kg.link import registry
from kg.link.gazetteer import gazetteer
from kg.model import OUTLETS, SourceKind

WIKIDATA = "http://www.wikidata.org/entity/"
TABLES = registry.AGENT_TABLES
ITEM = re.compile(r"Q[1-9][0-9]*")
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@pytest.fixture(scope="module")
def known():
    return gazetteer()


@pytest.fixture(scope="module")
def rows():
    return {table: list(registry.rows(table)) for table in TABLES}


def names_in(row):
    tagged = [cell for c in ("names", "aliases", "metonyms") for cell in row[c].split("|") if cell]
    return {row["name"], *tagged, *(cell.partition("=")[2] for cell in tagged)}


def test_every_identifier_stands_once_in_all_tables(rows):
    counted = Counter(row["id"] for table in TABLES for row in rows[table])

    assert [identifier for identifier, times in counted.items() if times > 1] == []


def test_every_identifier_is_an_item_or_a_slug_of_our_own(rows):
    for table in TABLES:
        for row in rows[table]:
            assert ITEM.fullmatch(row["id"]) or SLUG.fullmatch(row["id"]), row["id"]


def test_every_state_has_a_confirmed_item(rows):
    assert all(ITEM.fullmatch(row["id"]) for row in rows["states"])
    assert len(rows["states"]) == 197


def test_at_least_a_thousand_outlets_and_agencies_are_known(known):
    outlets = [agent for agent in known.agents if agent.kind in OUTLETS]

    assert len(outlets) >= 1000
    assert sum(agent.id.startswith(WIKIDATA) for agent in outlets) >= 700


@pytest.mark.parametrize("table", TABLES)
def test_every_row_says_where_it_comes_from_and_what_it_is(rows, table):
    for row in rows[table]:
        assert row["source"], row["id"]
        assert row["name"], row["id"]
        assert row["kind"] in set(SourceKind), row["id"]


@pytest.mark.parametrize("table", TABLES)
def test_references_name_agents_that_are_known(known, table):
    for row in registry.rows(table):
        agent = known.agent(registry.iri(row["id"]))
        for reference in (agent.country, agent.side, agent.part_of):
            assert reference is None or known.agent(reference), (row["id"], reference)


@pytest.mark.parametrize("table", TABLES)
def test_every_name_marked_weak_is_a_name_of_its_row(rows, table):
    for row in rows[table]:
        for weak in filter(None, row["weak"].split("|")):
            assert weak in names_in(row), (row["id"], weak)


@pytest.mark.parametrize("table", ["states", "bodies", "outlets", "persons"])
def test_tables_are_sorted_by_country_and_identifier(rows, table):
    order = [
        (row["country"], not ITEM.fullmatch(row["id"]), _number(row["id"]), row["id"])
        for row in rows[table]
    ]

    assert order == sorted(order)


@pytest.mark.parametrize("name", [*(f"{t}.tsv" for t in TABLES), "demonyms.tsv", "roles.tsv"])
def test_tables_are_plain_tab_separated_text(name):
    text = (files("kg.link") / "data" / name).read_text("utf-8")
    lines = text.removesuffix("\n").split("\n")

    assert text.endswith("\n")
    assert "\r" not in text
    assert len({line.count("\t") for line in lines}) == 1
    assert all(line == line.strip(" ") for line in lines)


def test_every_state_has_names_a_capital_and_demonyms_in_both_languages(known):
    for row in registry.rows("states"):
        agent = known.agent(registry.iri(row["id"]))
        names = dict(agent.names)
        assert set(names) == {"de", "en", "es", "fr", "ko", "ru", "uk"}, row["code"]
        for lang in ("en", "fr"):
            assert f"{lang}=" in row["metonyms"], (row["code"], lang)
            assert registry.demonyms_of(row["code"])[lang], (row["code"], lang)
        assert agent.side == agent.country == agent.id


def test_french_demonyms_begin_with_their_four_inflections():
    for code in registry.states():
        forms = registry.demonyms_of(code)["fr"]
        assert len(forms) >= 4, code
        assert all(form.endswith(("s", "x")) for form in forms[2:4]), code


def test_nothing_that_comes_under_the_open_database_licence_ships():
    for name in [*TABLES, "demonyms"]:
        for row in registry.rows(name):
            assert "mledoze" not in row["source"], row
            assert "world-countries" not in row["source"], row
    licences = (files("kg.link") / "data" / "README.md").read_text("utf-8")
    assert "ODbL" in licences


def test_independent_broadcasters_are_on_no_side_and_state_media_on_their_states(known):
    for name, side in {
        "BBC": None,
        "France 24": None,
        "TASS": "RU",
        "KCNA": "KP",
        "RT": "RU",
    }.items():
        agent = known.find(name, "en")[0].agent
        assert agent.side == (registry.states()[side] if side else None), name


def test_loading_takes_less_than_a_third_of_a_second():
    # In a process of its own: a suite that ran before has warmed every cache.
    code = (
        "import time; from kg.link.gazetteer import gazetteer;"
        "s = time.process_time(); gazetteer(); print(time.process_time() - s)"
    )
    seconds = [
        float(subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout)
        for _ in range(2)
    ]

    assert min(seconds) < 0.33


def _number(identifier):
    return int(identifier[1:]) if ITEM.fullmatch(identifier) else 0


def test_no_two_outlets_share_a_domain():
    counted = Counter(d for listing in registry.listings() for d in listing.domains)

    assert [domain for domain, times in counted.items() if times > 1] == []


SCRIPTS = Path(__file__).parents[3] / "scripts"
needs_scripts = pytest.mark.skipif(not SCRIPTS.is_dir(), reason="the build scripts are not here")


@needs_scripts
@pytest.mark.parametrize(
    ("entry", "forms"),
    [
        ("nord-coréen", "nord-coréen nord-coréenne nord-coréens nord-coréennes"),
        ("français", "français française français françaises"),
        ("russe", "russe russe russes russes"),
        ("marocain", "marocain marocaine marocains marocaines"),
        ("turc:turque", "turc turque turcs turques"),
    ],
)
def test_french_demonyms_are_inflected_by_rule(entry, forms):
    french = runpy.run_path(str(SCRIPTS / "gazetteer" / "inflection.py"))["french"]

    assert french(entry) == tuple(forms.split())


@needs_scripts
def test_the_shipped_tables_are_what_the_facts_and_the_tables_by_hand_give():
    facts = os.environ.get("KG_GAZETTEER_FACTS")
    if not facts:
        pytest.skip("KG_GAZETTEER_FACTS names no folder of facts to rebuild the tables from")

    build = [sys.executable, SCRIPTS / "build_gazetteer.py", facts, "--check"]

    assert subprocess.run(build, check=False).returncode == 0
