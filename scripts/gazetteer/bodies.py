"""Bodies and organisations: ministries, armies, services, international organisations."""

from gazetteer.tables import Row, cells, edited, in_order, joined, short_source


def build(facts: list[Row], by_hand: list[Row], edits: list[Row]) -> list[Row]:
    """The table of bodies: facts, edited, and those that have no confirmed item."""
    return in_order(edited([*map(_body, facts), *by_hand], edits))


def _body(fact: Row) -> Row:
    code = fact["state_iso2"]
    is_body = fact["kind"] == "body"
    return {
        "id": fact["qid"],
        "kind": fact["kind"],
        "name": fact["name_en"],
        "names": joined(
            [f"en={fact['name_en']}", f"fr={fact['name_fr']}" if fact["name_fr"] else ""]
        ),
        "aliases": joined(alias for alias in cells(fact["aliases"]) if "(" not in alias),
        "metonyms": "",
        "country": code,
        "side": code if is_body else "",
        "part_of": "",
        "domains": "",
        "code": "",
        "weak": "",
        "source": short_source(fact["sources"]),
    }
