"""When and where of an act of speech: it stands between the verb and what the verb conveys.

"A démenti *hier soir* tout report", "leur ont ordonné, *à la frontière*, d'oublier": such words
belong to neither cue nor content.
"""

from kg.extract.passages import Passage

_DAYS = {
    "fr": frozenset(["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"]),
    "en": frozenset(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]),
}
_DEICTIC = {
    "fr": frozenset(["hier", "aujourd'hui", "avant-hier", "demain", "récemment"]),
    "en": frozenset(["yesterday", "today", "tonight", "tomorrow", "recently", "earlier"]),
}
_PARTS_OF_DAY = {
    "fr": frozenset(["matin", "soir", "midi", "dernier", "après-midi", "nuit"]),
    "en": frozenset(["morning", "evening", "afternoon", "night", "last"]),
}
_POINTING = {
    "fr": frozenset(["ce", "cette", "cet", "la"]),
    "en": frozenset(["this", "last", "that"]),
}
_PERIODS = {
    "fr": frozenset(["matin", "soir", "semaine", "mois", "année", "nuit", "veille", "après-midi"]),
    "en": frozenset(["morning", "evening", "week", "month", "year", "night", "afternoon"]),
}
_IN = frozenset(["à", "en", "in", "at"])
_ASIDE = 8
"""Most tokens of a circumstance between commas."""


def past_circumstance(p: Passage, at: int) -> int:
    """The token after a time told in words, or after a circumstance in commas, at ``at``.

    Returns ``at`` itself where there is none.
    """
    time = _past_time(p, at)
    return (_past_place(p, time) if time else _past_commas(p, at)) or time or at


def _past_time(p: Passage, at: int) -> int:
    lang = p.lex.lang
    if lang not in _DAYS or at >= p.stop:
        return 0
    low, after = p.low(at), p.low(at + 1)
    if low in _DEICTIC[lang] or low in _DAYS[lang]:
        return at + 2 if after in _PARTS_OF_DAY[lang] and at + 2 < p.stop else at + 1
    if low in _POINTING[lang] and after in _PERIODS[lang]:
        return at + 2
    return 0


def _past_place(p: Passage, at: int) -> int:
    """After a name of a place that follows a time: "jeudi *à Séoul* le ministre"."""
    if p.low(at) not in _IN or at + 1 >= p.stop or p.tree.pos[at + 1] != "PROPN":
        return 0
    return at + 2


def _past_commas(p: Passage, at: int) -> int:
    if p.low(at) != "," or at + 1 >= p.stop or p.tree.pos[at + 1] not in {"ADP", "ADV"}:
        return 0
    for j in range(at + 2, min(at + 2 + _ASIDE, p.stop)):
        if p.tokens[j].text == ",":
            return j + 1
        if p.tree.finite[j] or p.quoted[j] != p.quoted[at] or not p.tokens[j].is_word:
            return 0
    return 0
