"""The words of the views in English and French."""

from collections.abc import Mapping

_PHRASES: Mapping[str, tuple[str, str]] = {
    "actor": ("actor", "acteur"),
    "asserts": ("asserts", "affirme"),
    "bottleneck": ("everything passes here", "tout passe par ici"),
    "commits": ("promises", "s'engage"),
    "committed": ("the writer endorses it", "l'auteur y souscrit"),
    "confirms": ("confirms", "confirme"),
    "dead-end": ("its own source unknown", "sa source est inconnue"),
    "declines": ("takes no position", "ne se prononce pas"),
    "demands": ("demands", "exige"),
    "denies": ("denies", "dément"),
    "depth": ("depth {depth}", "profondeur {depth}"),
    "diagram-title": ("Where this comes from: {claim}", "D'où vient ceci : {claim}"),
    "disowned": ("denies having said so", "dément l'avoir dit"),
    "distanced": ("the writer keeps a distance", "l'auteur prend ses distances"),
    "document": ("document", "document"),
    "documents": ("documents", "documents"),
    "first-hand": ("first-hand", "de première main"),
    "circular": ("circular", "circulaire"),
    "implied": ("implied", "implicite"),
    "line-denies": ("denies", "dément"),
    "line-implied": ("implied, no words say so", "implicite, aucun mot ne le dit"),
    "line-open": ("asks, demands or takes no position", "demande, exige ou ne se prononce pas"),
    "line-supports": ("information flows to", "l'information va vers"),
    "named": ("named source", "source nommée"),
    "neutral": ("the writer stays neutral", "l'auteur reste neutre"),
    "outlet": ("outlet or agency", "média ou agence"),
    "own voice": ("its own words", "ses propres mots"),
    "predicts": ("predicts", "prévoit"),
    "questions": ("questions", "interroge"),
    "unclear": ("stance unclear", "position incertaine"),
    "unnamed": ("unnamed source", "source non nommée"),
    "unsourced": ("no source given", "aucune source citée"),
}
_COLUMN = {"en": 0, "fr": 1}


def phrase(key: str, lang: str) -> str:
    """The words for ``key`` in English or French; other languages are shown in English."""
    return _PHRASES[key][_COLUMN.get(lang, 0)]
