"""A reconciliation service is asked for names only, and taken at no more than its word."""

import json
import socket
from collections import deque
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from urllib.parse import parse_qs

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import NamedNode

from kg.errors import InputError, ServiceError
from kg.link.reconciliation import (
    BATCH,
    FOR_REVIEW,
    LARGEST,
    SUREST,
    Candidate,
    Manifest,
    Service,
    resolutions,
)
from kg.model import Agent, Resolution, ResolutionMethod, SourceId, SourceKind

SPACE = "http://www.wikidata.org/entity/"
MANIFEST = {
    "versions": ["0.1", "0.2"],
    "name": "A register",
    "identifierSpace": SPACE,
    "schemaSpace": "http://www.wikidata.org/prop/direct/",
}
OLD_MANIFEST = {name: told for name, told in MANIFEST.items() if name != "versions"}
FRANCE = {"id": "Q142", "name": "France", "score": 100, "match": True, "type": ["Q6256"]}
ANATOLE = {"id": "Q42443", "name": "Anatole France", "score": 61.5, "match": False, "type": []}


@dataclass(frozen=True)
class Reply:
    body: bytes
    code: int = 200
    headers: tuple = ()


class Register(ThreadingHTTPServer):
    """Knows entities by name; first of all it replies as planned, and keeps what it was asked."""

    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Handler)
        self.manifest = MANIFEST
        self.known = {"France": [FRANCE, ANATOLE]}
        self.plan = deque()
        self.asked = []
        self.released = Event()

    @property
    def url(self):
        return f"http://127.0.0.1:{self.server_port}/reconcile"

    @property
    def batches(self):
        """The queries of each request that had any."""
        return [json.loads(form["queries"][0]) for _, _, form in self.asked if form]

    def reply(self, form):
        if self.plan:
            return self.plan.popleft()
        if not form:
            return says(self.manifest)
        queries = json.loads(form["queries"][0])
        found = {key: self.known.get(query["query"], []) for key, query in queries.items()}
        return says({key: {"result": entries} for key, entries in found.items()})


class Handler(BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        form = parse_qs(body.decode())
        self.server.asked.append((self.command, self.path, form))
        reply = self.server.reply(form)
        if reply is SILENCE:
            self.server.released.wait(20)
        if reply in {SILENCE, HANGS_UP}:
            return
        self.send_response(reply.code)
        for name, value in (("Content-Length", len(reply.body)), *reply.headers):
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(reply.body)

    do_GET = do_POST  # noqa: N815 - as the library calls it

    def log_message(self, *_):
        pass


SILENCE, HANGS_UP = "silence", "hangs up"


def says(told, **headers):
    return Reply(json.dumps(told).encode(), 200, tuple(headers.items()))


def fails(code, body=b"", **headers):
    return Reply(body, code, tuple((name.replace("_", "-"), v) for name, v in headers.items()))


def finds(*entries):
    """The reply to one query."""
    return says({"q0": {"result": entries}})


def agent(name, *names, kind=SourceKind.STATE, key=None):
    return Agent(SourceId(f"urn:{key or name}"), kind, name, names)


def candidate(key, score, match=False):
    return Candidate(SourceId(f"urn:{key}"), key, float(score), match)


@pytest.fixture
def register(monkeypatch):
    monkeypatch.setenv("no_proxy", "*")
    with Register() as made:
        thread = Thread(target=made.serve_forever, args=(0.01,))
        thread.start()
        yield made
        made.released.set()
        made.shutdown()
        thread.join()


@pytest.fixture
def waits():
    """The seconds waited between tries."""
    return []


@pytest.fixture
def service(register, waits):
    return Service(register.url, sleep=waits.append)


# What is sent


def test_candidates_come_with_iris_best_first(service, register):
    register.known["France"] = [ANATOLE, FRANCE]

    found = service.reconcile([agent("France")])

    assert found == {
        "urn:France": (
            Candidate(SourceId(SPACE + "Q142"), "France", 100.0, match=True),
            Candidate(SourceId(SPACE + "Q42443"), "Anatole France", 61.5, match=False),
        )
    }


def test_a_request_holds_a_name_and_a_limit(service, register):
    service.reconcile([agent("France")], limit=3)

    (get, _, nothing), (post, path, form) = register.asked
    assert (get, nothing, post, path, set(form)) == ("GET", {}, "POST", "/reconcile", {"queries"})
    assert register.batches == [{"q0": {"query": "France", "limit": 3}}]


def test_a_kind_becomes_a_type_only_where_the_caller_says_so(register):
    service = Service(register.url, types={SourceKind.STATE: "Q6256"})
    service.reconcile([agent("France"), agent("Reuters", kind=SourceKind.AGENCY)])

    assert register.batches == [
        {
            "q0": {"query": "France", "limit": 5, "type": "Q6256"},
            "q1": {"query": "Reuters", "limit": 5},
        }
    ]


def test_every_language_is_tried_and_no_name_twice(service, register):
    register.known = {"Germany": [], "Allemagne": [ANATOLE], "Deutschland": [FRANCE]}
    names = ("de", " Deutschland\n"), ("en", "Germany"), ("fr", "Allemagne"), ("ko", " ")

    found = service.reconcile([agent("Germany", *names), agent("Germany", key="other")])

    asked = [query["query"] for batch in register.batches for query in batch.values()]
    assert asked == ["Germany", "Deutschland", "Allemagne"]
    assert [c.name for c in found["urn:Germany"]] == ["France", "Anatole France"]
    assert found["urn:other"] == ()


def test_an_entity_found_by_two_names_is_one_candidate_as_it_fits_best(service, register):
    worse = FRANCE | {"score": 130, "match": False}
    register.known = {"France": [worse], "République française": [FRANCE]}

    found = service.reconcile([agent("France", ("fr", "République française"))])

    assert [(c.score, c.match) for c in found["urn:France"]] == [(100, True)]


@pytest.mark.parametrize("kind", [SourceKind.UNNAMED, SourceKind.OWN_VOICE, SourceKind.DOCUMENT])
def test_unnamed_sources_and_titles_stay_here(service, register, kind):
    assert service.reconcile([agent("two officials", kind=kind)]) == {}
    assert register.asked == []


def test_nothing_to_ask_is_not_asked(service, register):
    assert service.reconcile([]) == {}
    assert service.reconcile([agent(" ")]) == {"urn: ": ()}
    assert register.asked == []


def test_making_a_service_sends_nothing(service, register):
    assert register.asked == []


def test_half_a_character_is_not_sent(service, register):
    service.reconcile([agent("Fra\ud800nce")])

    assert register.batches[0]["q0"]["query"] == "France"


@pytest.mark.parametrize(
    ("announced", "sizes"),
    [
        (None, [25, 25, 10]),
        (20, [20, 20, 20]),
        (500, [25, 25, 10]),
        (0, [25, 25, 10]),
        ("many", [25, 25, 10]),
        pytest.param(10**400, [25, 25, 10], id="endless"),
    ],
)
def test_names_go_in_batches_no_larger_than_the_service_takes(service, register, announced, sizes):
    register.manifest = MANIFEST | {"batchSize": announced}
    register.known = {f"n{n}": [FRANCE | {"id": f"Q{n}"}] for n in range(60)}

    found = service.reconcile([agent(f"n{n}") for n in range(60)])

    assert [len(batch) for batch in register.batches] == sizes
    assert all(found[f"urn:n{n}"][0].id == f"{SPACE}Q{n}" for n in range(60))


def test_the_manifest_is_asked_for_once(service, register):
    service.manifest()
    service.reconcile([agent("France")])
    service.reconcile([agent("France")])

    assert [method for method, _, _ in register.asked] == ["GET", "POST", "POST"]


def test_a_limit_below_one_is_refused(service, register):
    with pytest.raises(InputError, match="at least 1"):
        service.reconcile([agent("France")], limit=0)

    assert register.asked == []


# The manifest


def test_a_manifest_says_name_space_versions_and_size(service, register):
    register.manifest = MANIFEST | {"batchSize": 10}

    assert service.manifest() == Manifest("A register", SPACE, ("0.1", "0.2"), 10)


def test_an_old_manifest_will_do(service, register):
    register.manifest = OLD_MANIFEST

    assert service.manifest() == Manifest("A register", SPACE, ("0.1",), BATCH)
    assert service.reconcile([agent("France")])["urn:France"]


@pytest.mark.parametrize(
    ("told", "why"),
    [
        ({"versions": ["1.0-draft", "1.1"]}, "it speaks version 1.0-draft, 1.1 only"),
        ({"identifierSpace": None}, "no IRI as 'identifierSpace'"),
        ({"identifierSpace": "entity/"}, "no IRI as 'identifierSpace'"),
        ({"identifierSpace": "http://a b/"}, "no IRI as 'identifierSpace'"),
        ({"identifierSpace": "http:///"}, "no IRI as 'identifierSpace'"),
        ({"identifierSpace": "http://a/\ud800"}, "no IRI as 'identifierSpace'"),
    ],
)
def test_a_manifest_of_something_else_is_refused(service, register, told, why):
    register.manifest = MANIFEST | told

    with pytest.raises(ServiceError, match=f"Reconciliation API .*{why}; check its address"):
        service.reconcile([agent("France")])

    assert register.batches == []


@pytest.mark.parametrize(
    ("space", "identifier", "iri"),
    [
        (SPACE, "Q142", SPACE + "Q142"),
        ("http://viaf.org/viaf", "12983", "http://viaf.org/viaf/12983"),
        ("https://example.org/item?id=", "a b", "https://example.org/item?id=a%20b"),
        ("http://example.org/#", "a#b", "http://example.org/#a%23b"),
        ("urn:isni:", "0000 1", "urn:isni:0000%201"),
        (SPACE, "https://d-nb.info/gnd/118", "https://d-nb.info/gnd/118"),
        (SPACE, "http://", SPACE + "http://"),
        (SPACE, "Café <1>", SPACE + "Café%20%3C1%3E"),
        (SPACE, "50%", SPACE + "50%25"),
    ],
)
def test_an_identifier_becomes_an_iri(space, identifier, iri):
    assert Manifest("m", space).iri(identifier) == iri
    assert NamedNode(iri).value == iri


@given(
    space=st.sampled_from([SPACE, "http://viaf.org/viaf", "http://a/#", "urn:x:"]),
    start=st.sampled_from(["", "http://", "https://a", "HTTP://a:1"]),
    rest=st.text(min_size=1),
)
def test_whatever_the_identifier_the_iri_is_one(space, start, rest):
    iri = Manifest("m", space).iri(start + rest)

    assert NamedNode(iri).value == iri


# What is answered


def test_an_answer_may_leave_out_what_it_did_not_find(service, register):
    register.plan += [says(MANIFEST), says({"q1": {"result": [FRANCE]}, "q9": 1})]

    found = service.reconcile([agent("Nobody"), agent("France")])

    assert [len(each) for each in found.values()] == [0, 1]


def test_one_query_may_fail_where_others_do_not(service, register):
    answer = {"q0": {"error": "no such type"}, "q1": {"result": [FRANCE]}}
    register.plan += [says(MANIFEST), says(answer)]

    found = service.reconcile([agent("Nobody"), agent("France")])

    assert [len(each) for each in found.values()] == [0, 1]


def test_a_candidate_may_lack_what_nobody_needs(service, register):
    register.plan += [says(MANIFEST), finds({"id": "Q1", "score": 1}, FRANCE | {"match": "yes"})]

    bare = Candidate(SourceId(SPACE + "Q1"), "Q1", 1.0, match=False)
    french = Candidate(SourceId(SPACE + "Q142"), "France", 100.0, match=False)
    assert service.reconcile([agent("x")]) == {"urn:x": (french, bare)}


DEEP = b"[" * 100_000
NO_SERVICE = "does not answer as the Reconciliation API 0.1 and 0.2 has it: .*; check its address"


@pytest.mark.parametrize(
    ("reply", "told"),
    [
        (Reply(b"<html>"), "its answer is no JSON;"),
        (Reply(b""), "its answer is no JSON;"),
        (Reply(b"\xff"), "its answer is no JSON;"),
        (Reply(DEEP), "its answer is no JSON;"),
        (Reply(b'{"q0": {"result": ['), "its answer is no JSON;"),
        (Reply(b"[]"), "its answer is no JSON object"),
        (says({}), "it answers none of the queries"),
        (says(MANIFEST), "it answers none of the queries"),
        (says({"status": "error", "message": "no"}), "it answers none of the queries"),
        (says({"q0": [FRANCE]}), "its answer to 'x' has no list 'result'"),
        (says({"q0": {"result": None}}), "its answer to 'x' has no list 'result'"),
        (finds("Q142"), "a candidate has no 'id' or no 'score'"),
        (finds(FRANCE | {"id": ""}), "a candidate has no 'id' or no 'score'"),
        (finds(FRANCE | {"id": 142}), "a candidate has no 'id' or no 'score'"),
        (finds(FRANCE | {"score": "high"}), "a candidate has no 'id' or no 'score'"),
        (finds(FRANCE | {"score": True}), "a candidate has no 'id' or no 'score'"),
        (finds(FRANCE | {"score": float("nan")}), "a candidate has no 'id' or no 'score'"),
        (finds(FRANCE | {"score": 10**4000}), "a candidate has no 'id' or no 'score'"),
    ],
    ids=lambda value: value if isinstance(value, str) else repr(value.body[:40]),
)
def test_an_answer_of_something_else_is_told(service, register, waits, reply, told):
    register.plan += [says(MANIFEST), reply]

    with pytest.raises(ServiceError, match=NO_SERVICE) as caught:
        service.reconcile([agent("x")])

    assert told in str(caught.value)
    assert str(caught.value).startswith(register.url)
    assert not caught.value.retryable
    assert waits == []


@pytest.mark.parametrize(
    "answer",
    [
        {"error": "index is\n\x1b[31mdown"},
        {"error": {"message": "index is", "detail": "down"}},
        {"q0": {"error": "index is down"}},
    ],
)
def test_an_error_of_the_service_is_told_in_its_words(service, register, answer):
    register.plan += [says(MANIFEST), says(answer)]

    with pytest.raises(ServiceError, match=r"reports an error \(.*index is.*down") as caught:
        service.reconcile([agent("x")])

    assert str(caught.value).isprintable()


def test_an_answer_that_is_too_large_is_not_read(service, register):
    register.plan.append(Reply(b" " * LARGEST + b"{}"))

    with pytest.raises(ServiceError, match=r"over 5,000,000 bytes; ask for fewer candidates"):
        service.manifest()


def test_an_answer_of_just_the_size_is_read(service, register):
    register.plan.append(Reply(json.dumps(MANIFEST).encode().ljust(LARGEST)))

    assert service.manifest().name == "A register"


# Failures


@pytest.mark.parametrize(
    ("plan", "waited"),
    [
        ([fails(429)], [1.0]),
        ([fails(429, Retry_After="7")], [7.0]),
        ([fails(503, Retry_After="Fri, 31 Dec 1999 23:59:59 GMT")], [1.0]),
        ([fails(500), HANGS_UP], [1.0, 2.0]),
    ],
)
def test_a_passing_failure_is_waited_for(service, register, waits, plan, waited):
    register.plan += plan

    assert service.reconcile([agent("France")])["urn:France"]
    assert waits == waited


@pytest.mark.parametrize(
    ("plan", "told", "retryable"),
    [
        ([fails(500, b"out of\nmemory")] * 3, r"answers with 500 \(out of memory\); see", True),
        ([fails(429, Retry_After="3600")], "answers with 429; try again later", True),
        ([fails(404)], "answers with 404; check its address", False),
        ([fails(401)], "answers with 401; check the key", False),
        ([fails(413)], "answers with 413; the service takes fewer names", False),
        ([fails(302)], "answers with 302; that leads nowhere", False),
        ([fails(302, Location="gopher://a/")], "answers with 302; that leads nowhere", False),
        ([HANGS_UP] * 3, "cannot be reached: .*; check its address", True),
    ],
)
def test_a_lasting_failure_is_told(service, register, plan, told, retryable):
    register.plan += plan

    with pytest.raises(ServiceError, match=told) as caught:
        service.reconcile([agent("France")])

    assert caught.value.retryable == retryable
    assert str(caught.value).startswith(register.url)
    assert not register.plan


def test_a_service_that_keeps_silent_is_given_up(register, waits):
    register.plan += [SILENCE, SILENCE]
    service = Service(register.url, timeout=0.1, retries=1, sleep=waits.append)

    with pytest.raises(ServiceError, match=r"timed out; .*allow it more time"):
        service.manifest()

    assert waits == [1.0]


def test_a_service_that_is_not_there_is_told(monkeypatch, waits):
    monkeypatch.setenv("no_proxy", "*")
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{closed.getsockname()[1]}/reconcile"

        with pytest.raises(ServiceError, match=r"cannot be reached: .*refused; check its address"):
            Service(url, sleep=waits.append).manifest()

    assert waits == [1.0, 2.0]


def test_a_host_that_cannot_be_one_is_told(monkeypatch, waits):
    monkeypatch.setenv("no_proxy", "*")
    with pytest.raises(ServiceError, match="cannot be reached"):
        Service(f"http://{'a' * 70}.example/", sleep=waits.append).manifest()

    assert waits == []


@pytest.mark.parametrize(
    "url",
    [
        "",
        "reconcile",
        "file:///etc/passwd",
        "ftp://example.org/",
        "http://",
        "http://example.org:port/",
        "http://example.org:99999/",
        "http://[::1/",
        "http://example.org/a b",
        "http://example.org/\r\nX: y",
        "http://é.example/",
        "http://me:s3cret@example.org/",
    ],
)
def test_what_is_no_web_address_is_refused(url):
    with pytest.raises(InputError, match="is no address of a reconciliation service") as caught:
        Service(url)

    assert "s3cret" not in str(caught.value)
    assert str(caught.value).isprintable()


def test_a_key_in_the_address_is_sent_and_not_shown(register):
    register.plan.append(fails(403))

    with pytest.raises(ServiceError, match="answers with 403; check the key") as caught:
        Service(f"{register.url}?api_key=s3cret").manifest()

    assert register.asked[0][1] == "/reconcile?api_key=s3cret"
    assert "s3cret" not in str(caught.value)


# Redirects


@pytest.mark.parametrize("code", [301, 302, 307, 308])
def test_a_redirect_on_the_same_host_is_followed_with_the_names(service, register, code):
    register.plan += [says(MANIFEST), fails(code, b"moved", Location="/new")]

    assert len(service.reconcile([agent("France")])["urn:France"]) == 2
    assert [(m, path) for m, path, _ in register.asked[1:]] == [
        ("POST", "/reconcile"),
        ("POST", "/new"),
    ]


def test_an_answer_that_lies_elsewhere_is_fetched_without_the_names(service, register):
    register.plan += [says(MANIFEST), fails(303, Location="/answer"), finds(FRANCE)]

    assert len(service.reconcile([agent("France")])["urn:France"]) == 1
    assert register.asked[-1] == ("GET", "/answer", {})


@pytest.mark.parametrize("code", [301, 302, 303, 307, 308])
def test_a_redirect_to_another_host_is_refused(service, register, waits, code):
    other = register.url.replace("127.0.0.1", "localhost") + "?key=s3cret"
    register.plan += [says(MANIFEST), fails(code, Location=other)]

    with pytest.raises(
        ServiceError, match=r"redirects to http://localhost.*sent nothing"
    ) as caught:
        service.reconcile([agent("France")])

    assert len(register.asked) == 2
    assert "s3cret" not in str(caught.value)
    assert waits == []


@pytest.mark.parametrize("other", ["http://127.0.0.1:1/", "ftp://127.0.0.1/", "//localhost/"])
def test_a_redirect_to_another_port_or_scheme_is_refused(service, register, other):
    register.plan.append(fails(302, Location=other))

    with pytest.raises(ServiceError, match=r"redirects to .*give that address if you trust it"):
        service.manifest()


def test_a_redirect_in_a_circle_ends(service, register):
    register.plan += [fails(302, b"round", Location="/reconcile")] * 20

    with pytest.raises(ServiceError, match="302; that leads nowhere; check its address"):
        service.manifest()


# Resolutions


def test_a_sole_match_is_a_resolution_as_sure_as_its_score():
    found = {SourceId("urn:a"): (candidate("x", 88, match=True), candidate("y", 95))}

    assert resolutions(found) == (
        Resolution(SourceId("urn:a"), SourceId("urn:x"), ResolutionMethod.SERVICE, 0.88),
    )


@pytest.mark.parametrize(
    ("candidates", "same_as", "confidence"),
    [
        ([candidate("x", 100, match=True)], "urn:x", SUREST),
        ([candidate("x", 250, match=True)], "urn:x", SUREST),
        ([candidate("x", 0.9, match=True)], "urn:x", 0.9),
        ([candidate("x", 1, match=True)], "urn:x", SUREST),
        ([candidate("x", 30, match=True)], "urn:x", 0.3),
        ([candidate("x", 99), candidate("y", 100)], "urn:y", FOR_REVIEW),
        ([candidate("x", 20), candidate("y", 20)], "urn:x", 0.2),
        ([candidate("x", -3)], "urn:x", 0.0),
        ([candidate("x", 90, match=True), candidate("y", 95, match=True)], "urn:y", FOR_REVIEW),
        ([candidate("x", 90, match=True)] * 2, "urn:x", 0.9),
    ],
)
def test_at_most_one_candidate_of_an_agent_is_kept(candidates, same_as, confidence):
    (kept,) = resolutions({SourceId("urn:a"): candidates})

    assert (kept.same_as, kept.confidence) == (same_as, confidence)


def test_one_scale_serves_all_that_a_service_found():
    found = {SourceId("urn:b"): [candidate("x", 1)], SourceId("urn:a"): [candidate("y", 40)]}

    assert [(r.agent, r.confidence) for r in resolutions(found)] == [
        ("urn:a", 0.4),
        ("urn:b", 0.01),
    ]


def test_nobody_is_said_to_be_himself_and_nothing_comes_of_nothing():
    found = {SourceId("urn:a"): [candidate("a", 100, match=True)], SourceId("urn:b"): ()}

    assert resolutions(found) == ()


def test_from_name_to_resolution(service):
    (made,) = resolutions(service.reconcile([agent("France"), agent("Nobody")]))

    assert (made.agent, made.same_as, made.confidence) == ("urn:France", SPACE + "Q142", SUREST)
