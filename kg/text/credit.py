"""Finds the agency that a text is credited to: in its byline, dateline or credit line.

"(AFP) –" at the head, "With Reuters" at the foot, "Le Monde avec AFP" as author: the words
are the agency's, whoever printed them. Only names that stand in such a place count; an agency
that is merely cited in the text does not.
"""

import re

# The credit forms of French and English desks. A name is a run of capitalised words or an
# abbreviation; whether it is an agency is decided by the gazetteer, above this layer.
_NAME = r"(?P<name>[A-ZÀ-Þ][\w.&'’-]{1,30}(?: [A-ZÀ-Þ][\w.&'’-]{1,30}){0,3})"
_DATELINE = re.compile(
    rf"^[A-ZÀ-Þ][\w'’., -]{{1,60}}?\s?\(\s?{_NAME}\s?\)\s?[-–—:]",
)
_BARE_DATELINE = re.compile(rf"^\(\s?{_NAME}\s?\)\s?[-–—:]")
_CREDIT_LINE = re.compile(
    rf"^[\s(\[]*(?:(?:avec|with|source ?:|crédit ?:|credit ?:|©)\s?){_NAME}[\s)\].]*$",
    re.IGNORECASE,
)
_BYLINE = re.compile(rf"(?:^|\b(?:avec|with|and|et|/|,)\s?){_NAME}$")

# Every desk writes these in capitals or by their full name; they need no gazetteer to be seen.
_AGENCIES = {
    "afp": "AFP",
    "agence france-presse": "AFP",
    "ap": "AP",
    "associated press": "AP",
    "the associated press": "AP",
    "reuters": "Reuters",
    "dpa": "dpa",
    "tass": "TASS",
    "yonhap": "Yonhap",
    "kyodo": "Kyodo",
    "ansa": "ANSA",
    "efe": "EFE",
    "belga": "Belga",
    "ats": "ATS",
    "upi": "UPI",
    "xinhua": "Xinhua",
    "interfax": "Interfax",
    "ukrinform": "Ukrinform",
    "kcna": "KCNA",
    "pa media": "PA Media",
    "europa press": "Europa Press",
    "la presse canadienne": "La Presse Canadienne",
    "the canadian press": "The Canadian Press",
}
# A dateline opens a text; a credit line closes it. Elsewhere brackets hold other things.
_HEAD_LINES = 3
_FOOT_LINES = 2


def credited_agency(text: str, author: str | None = None) -> str | None:
    """Name of the agency that ``text`` is credited to, or None.

    Args:
        text: The frozen text.
        author: The byline, if it is known apart from the text.
    """
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    places = [
        *((_DATELINE, line) for line in lines[:_HEAD_LINES]),
        *((_BARE_DATELINE, line) for line in lines[:_HEAD_LINES]),
        *((_CREDIT_LINE, line) for line in lines[-_FOOT_LINES:]),
    ]
    if author:
        places.append((_BYLINE, author.strip()))
    for pattern, line in places:
        found = pattern.search(line[:400])
        if found and (agency := _AGENCIES.get(found["name"].casefold().strip(" ."))):
            return agency
    return None
