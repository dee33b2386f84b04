"""The answer in one sentence that a journalist understands, in English and French.

The sentence says how many distinct origins are visible and how the trail ends. It never says
true or false, and never "independent".
"""

from collections.abc import Callable, Mapping, Sequence

from kg.answers.dossier import Dossier
from kg.answers.evidence import named
from kg.model import ClaimStatus, Interval, SourceId


def verdict(dossier: Dossier, lang: str) -> str:
    """One or two sentences on a dossier; languages other than French get English."""
    parts = _FRENCH if lang == "fr" else _ENGLISH
    sentences = [parts["origins"](dossier)]
    if dossier.denials:
        sentences.append(parts["denials"](dossier))
    if dossier.transmission.bottlenecks:
        sentences.append(parts["bottlenecks"](dossier))
    return " ".join(sentences)


def notes(dossier: Dossier) -> list[str]:
    """What a reader of the figures should know besides, in English."""
    said = ["distinct visible endpoints are counted; they are not known to be independent"]
    if dossier.undated:
        said.append(f"{_many(dossier.undated, 'undated document')} left out by the as-of date")
    if dossier.graph.total is None:
        said.append("documents cite each other in circles, so the chains cannot be counted")
    elif dossier.graph.total > len(dossier.chains):
        said.append(f"first {len(dossier.chains)} of {dossier.graph.total} chains are listed")
    if dossier.graph.withdrawn:
        lost = _many(len(dossier.graph.withdrawn), "chain")
        said.append(f"{lost} relying on what has been retracted left out")
    if any(o.doubtful for o in (*dossier.origins.resolved, *dossier.origins.unresolved)):
        said.append("doubtful origins count in the upper bound only")
    return said


def _many(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


# The conjunction that the names are joined with tells the language they are wanted in.
_LANGUAGE_OF = {"and": "en", "et": "fr"}


def _names(dossier: Dossier, sources: Sequence[SourceId], last: str) -> str:
    lang = _LANGUAGE_OF[last]
    entries = [named(source, dossier.graph) for source in sources]
    shown = list(dict.fromkeys(str(e["names"].get(lang) or e["name"]) for e in entries))
    if len(shown) < 2:  # noqa: PLR2004 - one name needs no conjunction
        return "".join(shown)
    return f"{', '.join(shown[:-1])} {last} {shown[-1]}"


def _deniers(dossier: Dossier) -> list[SourceId]:
    return [denial.chain.origin for denial in dossier.denials]


def _origins_en(dossier: Dossier) -> str:
    interval = dossier.origins.interval
    if not interval.upper:
        if dossier.chains:
            return "Nobody answers for it: the outlets only rest on each other."
        return "Nothing in these texts supports this."
    resolved = dossier.origins.resolved
    known = _names(dossier, [o.source for o in resolved], "and")
    ending = f"{known} {'answers' if len(resolved) == 1 else 'answer'} for it by name"
    if not known:
        ending = "nobody answers for it by name"
    return f"{_count_en(interval)}; {ending}."


def _count_en(interval: Interval) -> str:
    if interval.lower == interval.upper:
        return f"{interval.lower} distinct origin{'s' if interval.lower > 1 else ''}"
    return f"Between {interval.lower} and {interval.upper} distinct origins"


def _denials_en(dossier: Dossier) -> str:
    who = _names(dossier, _deniers(dossier), "and")
    only_disputed = all(d.relation == "disputes" for d in dossier.denials)
    verb = "disputed" if only_disputed else "denied"
    if dossier.status is ClaimStatus.CONTESTED:
        return f"Contested: {verb} by {who}."
    return f"{verb.capitalize()} by {who}."


def _bottlenecks_en(dossier: Dossier) -> str:
    who = _names(dossier, dossier.transmission.bottlenecks, "and")
    return f"Everything passes through {who}."


def _origins_fr(dossier: Dossier) -> str:
    interval = dossier.origins.interval
    if not interval.upper:
        if dossier.chains:
            return "Personne n'en répond : les médias ne s'appuient que les uns sur les autres."
        return "Rien dans ces textes n'appuie ceci."
    resolved = dossier.origins.resolved
    known = _names(dossier, [o.source for o in resolved], "et")
    verb = "en répond nommément" if len(resolved) == 1 else "en répondent nommément"
    ending = f"{known} {verb}" if known else "personne n'en répond nommément"
    return f"{_count_fr(interval)} ; {ending}."


def _count_fr(interval: Interval) -> str:
    if interval.lower == interval.upper:
        plural = "s" if interval.lower > 1 else ""
        return f"{interval.lower} origine{plural} distincte{plural}"
    return f"Entre {interval.lower} et {interval.upper} origines distinctes"


def _denials_fr(dossier: Dossier) -> str:
    who = _names(dossier, _deniers(dossier), "et")
    only_disputed = all(d.relation == "disputes" for d in dossier.denials)
    verb = "mis en cause" if only_disputed else "démenti"
    if dossier.status is ClaimStatus.CONTESTED:
        return f"Contesté : {verb} par {who}."
    return f"{verb.capitalize()} par {who}."


def _bottlenecks_fr(dossier: Dossier) -> str:
    who = _names(dossier, dossier.transmission.bottlenecks, "et")
    return f"Tout passe par {who}."


_Parts = Mapping[str, Callable[[Dossier], str]]
_ENGLISH: _Parts = {
    "origins": _origins_en,
    "denials": _denials_en,
    "bottlenecks": _bottlenecks_en,
}
_FRENCH: _Parts = {
    "origins": _origins_fr,
    "denials": _denials_fr,
    "bottlenecks": _bottlenecks_fr,
}
