"""Whose words a text is credited to."""

import pytest

from kg.text.credit import credited_agency

BODY = "La route a été rouverte, selon Reuters.\nLe préfet s'en félicite."


@pytest.mark.parametrize(
    ("text", "author", "agency"),
    [
        (f"PARIS (AFP) - {BODY}", None, "AFP"),
        (f"Titre\nMOSCOU, 3 octobre (Reuters) – {BODY}", None, "Reuters"),
        (f"(Yonhap) — {BODY}", None, "Yonhap"),
        (f"{BODY}\nAvec AFP", None, "AFP"),
        (f"{BODY}\n(with Reuters)", None, "Reuters"),
        (f"{BODY}\nSource : dpa", None, "dpa"),
        (BODY, "Le Fanal avec AFP", "AFP"),
        (BODY, "Associated Press", "AP"),
        (BODY, None, None),
        (BODY, "Anne Petit", None),
        (f"Titre (Reuters)\n{BODY}", None, None),
        (f"Le ministre (Transports) - {BODY}", None, None),
    ],
)
def test_an_agency_is_credited_by_place_not_by_mention(text, author, agency):
    assert credited_agency(text, author) == agency
