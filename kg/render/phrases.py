"""The words of the views in English and French."""

from collections.abc import Mapping

_PHRASES: Mapping[str, tuple[str, str]] = {
    "actor": ("actor", "acteur"),
    "asserts": ("asserts", "affirme"),
    "bottleneck": ("everything passes here", "tout passe par ici"),
    "commits": ("promises", "s'engage"),
    "committed": ("the writer endorses it", "l'auteur y souscrit"),
    "confirms": ("confirms", "confirme"),
    "dead-end": ("its source unknown", "sa source inconnue"),
    "declines": ("takes no position", "ne se prononce pas"),
    "demands": ("demands", "exige"),
    "denies": ("denies", "dément"),
    "denial-contradicts": ("says what contradicts it", "affirme ce qui le contredit"),
    "denial-direct": ("denies it", "le dément"),
    "denial-disputes": ("disputes it, refutes nothing", "le conteste, sans le réfuter"),
    "depth": ("depth {depth}", "profondeur {depth}"),
    "diagram-title": ("Where this comes from: {claim}", "D'où vient ceci : {claim}"),
    "disowned": ("denies having said so", "dément l'avoir dit"),
    "distanced": ("the writer keeps a distance", "l'auteur prend ses distances"),
    "document": ("document", "document"),
    "documents": ("documents", "documents"),
    "figure-bottlenecks": ("everything passes through", "tout passe par"),
    "figure-ceiling": ("could be rated at best", "cote au mieux"),
    "figure-origins": ("distinct origins", "origines distinctes"),
    "figure-polynomial": ("rests on", "repose sur"),
    "figure-resolved": ("answering by name", "répondant en leur nom"),
    "figure-transmission": ("separate ways to the reader", "voies séparées jusqu'au lecteur"),
    "figure-unresolved": ("where the trail ends", "où la trace s'arrête"),
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
    "column-certainty": ("The writer", "L'auteur"),
    "column-content": ("Words conveyed", "Propos rapportés"),
    "column-cue": ("Cue", "Marqueur"),
    "column-from": ("From", "De"),
    "column-place": ("Where", "Où"),
    "column-stance": ("Stance", "Position"),
    "column-to": ("To", "Vers"),
    "page-diagram": ("Where it comes from", "D'où cela vient"),
    "page-evidence": ("The words that say so", "Les mots qui le disent"),
    "page-footer": (
        (
            "Made by sourcetrace. Reported is not asserted: it says who is said to have said "
            "what, not what is true. It was made on one machine and loads nothing from any other."
        ),
        (
            "Fait avec sourcetrace. Rapporter n'est pas affirmer : cette page dit qui aurait dit "
            "quoi, non ce qui est vrai. Elle ne charge rien depuis le réseau."
        ),
    ),
    "page-hint": (
        "Drag to move, scroll to zoom; choosing an arrow marks its row in the table.",
        "Glisser pour déplacer, molette pour zoomer ; choisir une flèche marque sa ligne.",
    ),
    "page-network": ("Explore", "Explorer"),
    "page-network_label": (
        "The same graph to move about in; the table above holds all of it.",
        "Le même graphe à parcourir ; le tableau ci-dessus contient tout.",
    ),
    "page-skip": ("Skip to the evidence", "Aller aux preuves"),
    "predicts": ("predicts", "prévoit"),
    "questions": ("questions", "interroge"),
    "restates": ("restates", "reformule"),
    "union": ("{count} claims, traced as one", "{count} affirmations, suivies comme une seule"),
    "unclear": ("stance unclear", "position incertaine"),
    "unnamed": ("unnamed source", "source non nommée"),
    "unsourced": ("no source given", "aucune source citée"),
}
_COLUMN = {"en": 0, "fr": 1}


def phrase(key: str, lang: str) -> str:
    """The words for ``key`` in English or French; other languages are shown in English."""
    return _PHRASES[key][_COLUMN.get(lang, 0)]
