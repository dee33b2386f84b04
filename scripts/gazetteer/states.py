"""States: items and names from the facts, capitals and demonyms by hand, other scripts by CLDR."""

from babel import Locale
from babel.core import get_global
from gazetteer.inflection import english, french
from gazetteer.tables import Row, cells, edited, joined
from rigour.territories import get_territory

_LANGUAGES = ("de", "en", "es", "fr", "ko", "ru", "uk")
_WRITTEN = ("de", "es", "ko", "ru", "uk")
_SOURCE = "item: rigour, country-coder|names: Unicode CLDR"


def build(facts: list[Row], by_hand: list[Row], edits: list[Row]) -> tuple[list[Row], list[Row]]:
    """The table of states and the table of their demonyms, sorted by code.

    No column of the facts that comes under the Open Database Licence is read: demonyms and
    capitals are written by hand here.
    """
    known = {row["iso2"]: row for row in facts}
    missing = sorted(known.keys() ^ {row["iso2"] for row in by_hand})
    if missing:
        raise ValueError(f"states in one table only: {', '.join(missing)}")
    wrong = sorted(code for code, fact in known.items() if not _is_confirmed(code, fact["qid"]))
    if wrong:
        raise ValueError(f"rigour has another item for {', '.join(wrong)}")
    rows = edited([_state(known[row["iso2"]], row) for row in by_hand], edits)
    demonyms = [demonym for row in by_hand for demonym in _demonyms(row)]
    return sorted(rows, key=lambda row: row["code"]), demonyms


def _is_confirmed(code: str, item: str) -> bool:
    territory = get_territory(code)
    return territory is not None and territory.qid == item


def _state(fact: Row, hand: Row) -> Row:
    code = fact["iso2"]
    names = [f"{lang}={_straight(fact[f'name_{lang}'])}" for lang in _LANGUAGES]
    aliases = [
        f"{lang}={_straight(alias)}"
        for lang in ("en", "fr")
        for alias in cells(fact[f"aliases_{lang}"])
        if "." not in alias  # abbreviations are picked by hand
    ]
    capitals = [f"en={hand['capital_en']}", f"fr={hand['capital_fr']}"]
    capitals += _zone_names(code, hand["capital_en"])
    return {
        "id": fact["qid"],
        "kind": "state",
        "name": _straight(fact["name_en"]),
        "names": joined(names),
        "aliases": joined([*cells(hand["aliases"]), *aliases]),
        "metonyms": joined([*capitals, *_in_both(cells(hand["metonyms"]))]),
        "country": code,
        "side": code,
        "code": code,
        "weak": "",
        "source": f"{_SOURCE}|capital, demonyms, metonyms, aliases: editorial, CLDR cities",
    }


def _in_both(metonyms: list[str]) -> list[str]:
    """Metonyms without a language serve in English and in French; English adds the article."""
    spread = []
    for metonym in metonyms:
        lang, _, text = metonym.rpartition("=")
        if lang in ("", "en"):
            spread += (
                [f"en={text}"] if text.startswith("the ") else [f"en={text}", f"en=the {text}"]
            )
        if lang != "en":
            spread.append(f"{lang or 'fr'}={text}")
    return spread


def _zone_names(code: str, capital: str) -> list[str]:
    """The capital in other languages, where a time zone of CLDR is named for it."""
    zones = [z for z, territory in get_global("zone_territories").items() if territory == code]
    for zone in sorted(zones):
        if _city("en", zone) != capital:
            continue
        found = [(lang, _city(lang, zone)) for lang in (*_WRITTEN, "fr")]
        return [f"{lang}={city}" for lang, city in found if city]
    return []


def _city(lang: str, zone: str) -> str:
    named = Locale(lang).time_zones.get(zone, {}).get("city")
    if named or lang not in ("en", "de", "es", "fr"):
        return _straight(str(named or ""))
    return zone.rsplit("/", 1)[-1].replace("_", " ")


def _demonyms(hand: Row) -> list[Row]:
    forms = {
        "en": [form for entry in cells(hand["demonyms_en"]) for form in english(entry)],
        "fr": [form for entry in cells(hand["demonyms_fr"]) for form in french(entry)],
    }
    rows = []
    for lang, found in sorted(forms.items()):
        # The first four French forms are addressed by their place and may repeat.
        head = found[:4] if lang == "fr" else found[:1]
        rest = [form for form in dict.fromkeys(found) if form not in head]
        rows.append(
            {
                "code": hand["iso2"],
                "lang": lang,
                "forms": "|".join([*head, *rest]),
                "source": "editorial",
            }
        )
    return rows


def _straight(name: str) -> str:
    return name.replace("’", "'").replace("ʼ", "'")
