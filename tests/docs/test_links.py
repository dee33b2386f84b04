"""The pages hang together: links lead somewhere, every page is reached, no page names a machine."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
FURTHER = [*sorted((ROOT / "seeds").rglob("README.md")), ROOT / "ontology" / "README.md"]
_FENCE = re.compile(r"^```.*?^```$", re.DOTALL | re.MULTILINE)
_LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
_HEADING = re.compile(r"^#{1,6} (.+)$", re.MULTILINE)
_OF_A_MACHINE = re.compile(r"(?<![\w.])/(?:work|home|root|Users|tmp|mnt)/|[A-Z]:\\\\")


def prose(page):
    return _FENCE.sub("", page.read_text("utf-8"))


def links(page):
    return [target for target in _LINK.findall(prose(page)) if "://" not in target]


def anchors(page):
    """The anchors of the headings, made as GitHub makes them."""
    found = set()
    for heading in _HEADING.findall(prose(page)):
        plain = re.sub(r"\[([^\]]*)\]\([^)]*\)|[`*]", r"\1", heading).lower()
        found.add(re.sub(r"[^\w\- ]", "", plain).replace(" ", "-"))
    return found


def leads_nowhere(page, target):
    path, _, anchor = target.partition("#")
    aim = (page.parent / path).resolve() if path else page
    if not aim.exists():
        return True
    return bool(anchor) and aim.suffix == ".md" and anchor not in anchors(aim)


def test_every_internal_link_leads_somewhere(pages):
    broken = [
        f"{page.relative_to(ROOT)}: {target}"
        for page in (*pages, *FURTHER)
        for target in links(page)
        if leads_nowhere(page, target)
    ]

    assert broken == []


@pytest.mark.parametrize(
    ("target", "broken"),
    [
        ("glossary.md", False),
        ("index.md#no-such-heading", True),
        ("no-such-page.md", True),
        ("reference/json.md#named-source", False),
    ],
)
def test_a_broken_link_is_seen(target, broken):
    assert leads_nowhere(DOCS / "index.md", target) == broken


def test_every_page_is_reached_from_the_index(pages):
    reached, ahead = set(), [DOCS / "index.md"]
    while ahead:
        page = ahead.pop()
        if page in reached:
            continue
        reached.add(page)
        aims = ((page.parent / target.partition("#")[0]).resolve() for target in links(page))
        ahead += [aim for aim in aims if aim.suffix == ".md" and DOCS in aim.parents]

    assert {page for page in pages if DOCS in page.parents} - reached == set()


def test_no_page_names_a_path_of_a_machine(pages):
    found = [
        f"{page.relative_to(ROOT)}: {line.strip()}"
        for page in (*pages, *FURTHER)
        for line in page.read_text("utf-8").splitlines()
        if _OF_A_MACHINE.search(line)
    ]

    assert found == []
