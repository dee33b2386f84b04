"""The dossier in its public JSON form: what ``kg trace --json`` prints and scripts rely on."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from itertools import pairwise

from kg.answers.dossier import Dossier
from kg.answers.evidence import Json, about, evidence, named
from kg.answers.findings import circular, copies
from kg.answers.origins import Origin
from kg.answers.polynomial import polynomial, tokens
from kg.answers.verdict import notes, verdict
from kg.graph import CitationGraph, Denial, Restatement, source_of
from kg.model import AttributionId, Chain, Hop, WriterCertainty


def to_json(dossier: Dossier) -> Json:
    """The dossier as JSON; the order of everything in it is deterministic."""
    graph = dossier.graph
    token = tokens([*dossier.chains, *(d.chain for d in dossier.denials)])
    return {
        "claim": dossier.claims[0],
        "claims": list(dossier.claims),
        "text": dossier.text,
        "wordings": list(dossier.wordings.values()),
        "status": dossier.status.value,
        "verdict": {lang: verdict(dossier, lang) for lang in ("en", "fr")},
        "origins": _origins(dossier),
        "transmission": dossier.transmission.separate,
        "policy": _policy(dossier),
        "chains": [_chain(chain, graph, token) for chain in dossier.chains],
        "depth": dict(zip(("min", "max"), dossier.depths or (None, None), strict=True)),
        "bottlenecks": [
            _without_kind(named(source, graph)) for source in dossier.transmission.bottlenecks
        ],
        "denials": [_denial(denial, graph) for denial in dossier.denials],
        "circular": circular(graph, dossier.claims[0]),
        "copies": copies(graph),
        "not_conveyed": [_chain(chain, graph, {}) for chain in graph.not_conveyed],
        "undecided": [_chain(chain, graph, {}) for chain in graph.undecided],
        "withdrawn": [_chain(chain, graph, {}) for chain in graph.withdrawn],
        "restates": [_restatement(r, graph) for r in graph.restatements],
        "alternatives": _alternatives(dossier),
        "polynomial": polynomial(dossier.chains, token, graph.total),
        "denial_polynomial": polynomial([d.chain for d in dossier.denials], token),
        "tokens": {name: attribution for attribution, name in token.items()},
        "ceiling": {"max": dossier.ceiling.max, "reason": dossier.ceiling.reason},
        "ratings": [asdict(rating) for rating in dossier.ratings],
        "documents": len(graph.accounts.keys() - graph.aside.documents),
        "notes": notes(dossier),
    }


def _policy(dossier: Dossier) -> Json:
    policy = dossier.policy
    return {
        "fold": policy.fold.value,
        "ignore": sorted(policy.ignore),
        "side": policy.side,
        "as_of": policy.as_of,
        "entailed": policy.entailed,
    }


def _origins(dossier: Dossier) -> Json:
    found = dossier.origins
    return {
        "lower": found.interval.lower,
        "upper": found.interval.upper,
        "resolved": [_origin(origin, dossier.graph) for origin in found.resolved],
        "unresolved": [_origin(origin, dossier.graph) for origin in found.unresolved],
    }


def _origin(origin: Origin, graph: CitationGraph) -> Json:
    shown = named(origin.source, graph) | {"status": origin.status.value}
    shown["members"] = [
        _without_kind(named(member, graph)) for member in origin.members if member != origin.source
    ]
    shown["notes"] = [*(["doubtful"] if origin.doubtful else []), *origin.notes]
    return shown


def _without_kind(shown: Json) -> Json:
    return {key: shown[key] for key in ("source", "name", "names")}


def _chain(chain: Chain, graph: CitationGraph, token: Mapping[AttributionId, str]) -> Json:
    following = dict(pairwise(chain.steps))
    return about(graph.documents[chain.document]) | {
        "stance": chain.last.stance.value,
        "writer_certainty": _certainty(chain).value,
        "tokens": [token[t] for t in chain.tokens if t in token],
        "status": chain.status.value,
        "doubtful": graph.is_doubtful(chain),
        "hops": [_hop(hop, graph, following.get(hop)) for hop in chain.hops],
        "voice": _hop(chain.voice, graph) if chain.voice else None,
        "depth": chain.depth,
        "origin": chain.origin,
    }


def _certainty(chain: Chain) -> WriterCertainty:
    """Of the writer who begins the chain; what nobody else is made to say is said in earnest."""
    if chain.hops:
        return chain.hops[0].attribution.writer_certainty
    hedged = chain.last.writer_certainty is WriterCertainty.DISTANCED
    return WriterCertainty.DISTANCED if hedged else WriterCertainty.COMMITTED


def _hop(hop: Hop, graph: CitationGraph, following: Hop | None = None) -> Json:
    """One step; ``link`` says how sure it is that the chain goes on in the next document."""
    attribution, document = hop.attribution, graph.documents[hop.document]
    crossed = following and graph.links.get((attribution.id, following.document))
    return named(source_of(attribution, hop.document), graph, attribution) | {
        "attribution": attribution.id,
        "document": document.id,
        "doc_id": document.doc_id,
        "link": crossed.value if crossed else None,
        "published": document.published,
        "stance": attribution.stance.value,
        "writer_certainty": attribution.writer_certainty.value,
        "form": attribution.form.value,
        "implied": attribution.implied,
        "confidence": attribution.confidence,
        "rule": attribution.rule,
        "evidence": evidence(attribution, document),
    }


def _denial(denial: Denial, graph: CitationGraph) -> Json:
    last = denial.chain.steps[-1]
    shown = _hop(last, graph) | about(graph.documents[last.document])
    return shown | {
        "source": denial.chain.origin,
        "relation": denial.relation,
        "confidence": denial.confidence,
        "retracts": denial.chain.last.retracts,
        "depth": denial.chain.depth,
        "through": [
            _without_kind(named(source_of(hop.attribution, hop.document), graph))
            for hop in denial.chain.hops[:-1]
        ],
    }


def _restatement(restated: Restatement, graph: CitationGraph) -> Json:
    document = graph.documents[restated.document]
    return about(document) | {
        "attribution": restated.attribution.id,
        "evidence": evidence(restated.attribution, document),
    }


def _alternatives(dossier: Dossier) -> list[Json]:
    """Other readings of where an attribution on these chains hangs."""
    hops = _distinct(
        hop
        for chain in [*dossier.chains, *(d.chain for d in dossier.denials)]
        for hop in chain.hops
    )
    return [
        {
            "attribution": hop.attribution.id,
            "document": hop.document,
            "doc_id": dossier.graph.documents[hop.document].doc_id,
            "nested_in": alternative.nested_in,
            "confidence": alternative.confidence,
            "evidence": evidence(hop.attribution, dossier.graph.documents[hop.document]),
        }
        for hop in hops
        for alternative in hop.attribution.alternatives
    ]


def _distinct(hops: Iterable[Hop]) -> list[Hop]:
    return list({hop.attribution.id: hop for hop in hops}.values())
