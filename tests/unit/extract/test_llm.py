"""A model's answer is taken at no more than what the text bears out; a service, as it fails."""

import json
import socket
import time
from collections import Counter, deque
from dataclasses import dataclass, replace
from email.utils import formatdate
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.errors import BadSettings, ExtractorUnavailable
from kg.extract.llm import LlmExtractor, prompt
from kg.extract.llm.endpoint import LARGEST, Endpoint
from kg.extract.llm.windows import LONGEST
from kg.model import Document, DocumentId, Form, SourceKind, Stance, WriterCertainty
from kg.settings import Settings, from_environment

TEXT = "Yonhap says the ministry denied “any delay”. The mayor claims that ships wait."


@dataclass(frozen=True)
class Reply:
    body: bytes
    code: int = 200
    headers: tuple = ()


class Service(ThreadingHTTPServer):
    """Answers as planned, in this order, and keeps what it was asked."""

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Handler)
        self.plan = deque()
        self.asked = []

    @property
    def url(self):
        return f"http://127.0.0.1:{self.server_port}/v1"


class Handler(BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.asked.append((self.path, dict(self.headers), json.loads(body)))
        reply = self.server.plan.popleft()
        if reply is None:
            return
        self.send_response(reply.code)
        for name, value in (*reply.headers, ("Content-Length", len(reply.body))):
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(reply.body)

    do_GET = do_POST  # noqa: N815 - a redirected POST would come as a GET

    def log_message(self, *_):
        pass


def says(content):
    """A good reply in which the model says ``content``."""
    said = content if content is None or isinstance(content, str) else json.dumps(content)
    return Reply(json.dumps({"choices": [{"message": {"content": said}}]}).encode())


def lists(*attributions):
    """A good reply with these attributions."""
    return says({"attributions": attributions})


def fails(code, body=b"", **headers):
    return Reply(body, code, tuple((n.replace("_", "-"), v) for n, v in headers.items()))


def attribution(source, cue, *content, **marks):
    given_marks = {
        "stance": "asserts",
        "writer_certainty": "neutral",
        "source_kind": "body",
        "nested_in": None,
    }
    words = {"source": [source] if source else [], "cue": [cue], "content": list(content)}
    return words | given_marks | marks


def within(entry, outer):
    return entry | {"nested_in": outer}


OUTER = attribution("Yonhap", "says", "the ministry denied “any delay”", source_kind="agency")
INNER = attribution("the ministry", "denied", "any delay", stance="denies", nested_in=0)
MAYOR = attribution("The mayor", "claims", "ships wait", writer_certainty="distanced")


@pytest.fixture
def service(monkeypatch):
    monkeypatch.setenv("no_proxy", "*")
    monkeypatch.setattr(Endpoint, "sent", 0)
    with Service() as made:
        thread = Thread(target=made.serve_forever, args=(0.01,))
        thread.start()
        yield made
        made.shutdown()
        thread.join()


@pytest.fixture
def waits():
    """The seconds waited between tries."""
    return []


@pytest.fixture
def extractor(service, waits):
    """Makes extractors that ask the service."""

    def made(**chosen):
        given_settings = {"llm_url": service.url, "llm_model": "m"} | chosen
        return LlmExtractor(Settings(**given_settings), waits.append)

    return made


def document(text=TEXT):
    return Document(DocumentId("urn:test"), "test", text, "en", title="Secret headline")


def words(found, text=TEXT):
    quotes = document(text).quotes
    return [(quotes(a.source.spans), quotes(a.cue), quotes(a.content)) for a in found]


# What is kept


def test_a_good_answer_becomes_attributions(extractor, service):
    service.plan.append(lists(MAYOR, within(INNER, 2), OUTER))
    reader = extractor()

    outer, inner, mayor = found = reader.extract(document())

    assert words(found) == [
        ("Yonhap", "says", "the ministry denied “any delay”"),
        ("the ministry", "denied", "any delay"),
        ("The mayor", "claims", "ships wait"),
    ]
    assert (outer.form, inner.form, mayor.form) == (Form.MIXED, Form.DIRECT, Form.INDIRECT)
    assert (outer.source.kind, inner.stance) == (SourceKind.AGENCY, Stance.DENIES)
    assert mayor.writer_certainty is WriterCertainty.DISTANCED
    assert (outer.nested_in, inner.nested_in, mayor.nested_in) == (None, outer.id, None)
    assert {(a.extractor, a.rule, a.confidence) for a in found} == {
        ("llm/m", f"prompt-{prompt.VERSION}", 0.5)
    }
    assert reader.rejected == Counter()


def test_a_part_in_pieces_keeps_the_order_of_the_text(extractor, service):
    text = "“The bridge holds”, she said, “but not for long.”"
    service.plan.append(lists(attribution("she", "said", "but not for long.", "The bridge holds")))

    (found,) = extractor().extract(document(text))

    assert words([found], text) == [("she", "said", "The bridge holds … but not for long.")]
    assert found.form is Form.DIRECT


@pytest.mark.parametrize(
    ("text", "entry", "starts"),
    [
        ("Kyiv left. Kyiv said it rains.", attribution("Kyiv", "said", "it rains"), (11, 16, 21)),
        ("Rome said Rome waits.", attribution("Rome", "said", "Rome waits"), (0, 5, 10)),
        ("Then he said the sea rose.", attribution("he", "said", "the sea rose"), (5, 8, 13)),
        ("He said no. He said no.", attribution("He", "said", "no"), (0, 3, 8)),
        ("A: he said so. B: he said no.", attribution("he", "said", "no"), (18, 21, 26)),
    ],
)
def test_a_quote_that_occurs_twice_is_taken_where_the_others_are(
    extractor, service, text, entry, starts
):
    service.plan.append(lists(entry))

    (found,) = extractor().extract(document(text))

    assert tuple(part[0].start for part in (found.source.spans, found.cue, found.content)) == starts


def test_nobody_may_be_named(extractor, service):
    text = "It was reported that two men fled."
    service.plan.append(
        lists(attribution(None, "was reported", "two men fled", source_kind="unnamed"))
    )

    (found,) = extractor().extract(document(text))

    assert (found.source.spans, found.source.kind) == ((), SourceKind.UNNAMED)


def test_a_long_text_goes_in_several_requests_and_offsets_hold(extractor, service):
    filler = "Nothing happened that day. " * (LONGEST // 27 + 1)
    text = f"{filler}\nKyiv said it rains.\n\n{filler}{filler}Rome said it snows."
    kyiv, rome = attribution("Kyiv", "said", "it rains"), attribution("Rome", "said", "it snows")

    class Knowing(deque):
        def popleft(self):
            window = service.asked[-1][2]["messages"][-1]["content"]
            return lists(*(e for e in (kyiv, rome) if e["source"][0] in window))

    service.plan = Knowing()
    found = extractor().extract(document(text))

    sent = [asked["messages"][-1]["content"] for _, _, asked in service.asked]
    assert words(found, text) == [("Kyiv", "said", "it rains"), ("Rome", "said", "it snows")]
    assert len(sent) > 3
    assert max(map(len, sent)) <= LONGEST
    assert "".join("".join(sent).split()) == "".join(text.split())


def test_a_text_without_words_is_not_sent(extractor, service):
    assert extractor().extract(document(" \n\u00a0«»\n")) == ()
    assert service.asked == []


def test_half_a_character_breaks_neither_the_request_nor_the_offsets(extractor, service):
    text = "\ud800 Kyiv said it rains \udc00."
    service.plan.append(lists(attribution("Kyiv", "said", "it rains")))

    assert words(extractor().extract(document(text)), text) == [("Kyiv", "said", "it rains")]


# What is rejected


DEEP = "[" * 100_000
REJECTED = {
    "a made-up quote": ([attribution("Reuters", "says", "ships wait")], "not-verbatim"),
    "other letters": ([attribution("the mayor", "claims", "ships wait")], "not-verbatim"),
    "part of a word": ([attribution("mayor", "claim", "ships wait")], "not-verbatim"),
    "white space at an end": ([attribution("The mayor ", "claims", "ships")], "not-verbatim"),
    "an empty quote": ([attribution("The mayor", "", "ships wait")], "not-verbatim"),
    "a kind without words": ([attribution(None, "claims", "ships wait")], "not-verbatim"),
    "parts that share words": ([attribution("mayor", "claims", "The mayor")], "overlapping"),
    "one quote twice": ([attribution("mayor", "claims", "ships", "ships")], "overlapping"),
    "an unknown stance": ([MAYOR | {"stance": "shouts"}], "unknown-value"),
    "a stance that is a list": ([MAYOR | {"stance": ["asserts"]}], "unknown-value"),
    "an unknown certainty": ([MAYOR | {"writer_certainty": None}], "unknown-value"),
    "an unknown kind": ([MAYOR | {"source_kind": {}}], "unknown-value"),
    "the document's own voice": ([MAYOR | {"source_kind": "own-voice"}], "unknown-value"),
    "no cue": ([MAYOR | {"cue": []}], "wrong-schema"),
    "no content": ([MAYOR | {"content": []}], "wrong-schema"),
    "text in place of a list": ([MAYOR | {"content": "ships wait"}], "wrong-schema"),
    "numbers for quotes": ([MAYOR | {"content": [1]}], "wrong-schema"),
    "too many quotes": ([MAYOR | {"content": ["ships"] * 99}], "wrong-schema"),
    "a field too many": ([MAYOR | {"mood": "grim"}], "wrong-schema"),
    "a field too few": ([{"source": ["The mayor"]}], "wrong-schema"),
    "no object": (["The mayor"], "wrong-schema"),
    "nested in nothing": ([MAYOR | {"nested_in": 1}], "wrong-schema"),
    "nested in a negative": ([MAYOR | {"nested_in": -1}], "wrong-schema"),
    "nested in true": ([MAYOR | {"nested_in": True}], "wrong-schema"),
    "nested in half": ([MAYOR | {"nested_in": 0.0}], "wrong-schema"),
    "too many attributions": ([MAYOR] * 99, "wrong-schema"),
}


@pytest.mark.parametrize("kind", REJECTED)
def test_what_the_text_does_not_bear_out_is_rejected_and_counted(extractor, service, kind):
    answer, reason = REJECTED[kind]
    service.plan.append(lists(*answer))
    reader = extractor()

    assert reader.extract(document()) == ()
    assert reader.rejected == {reason: 1}


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (None, "no-answer"),
        ("", "no-answer"),
        ("Sure! Here is the JSON you asked for.", "invalid-json"),
        ('{"attributions": [{"source": ["Yon', "invalid-json"),
        (DEEP, "invalid-json"),
        ('{"attributions": ' + DEEP, "invalid-json"),
        ("1" * 10_000, "invalid-json"),
        ("[]", "wrong-schema"),
        ("{}", "wrong-schema"),
        ('{"attributions": {}}', "wrong-schema"),
        ("x" * LARGEST, "no-answer"),
    ],
    ids=lambda value: (value or "nothing")[:20],
)
def test_an_answer_that_is_wrong_as_a_whole_costs_one_window(extractor, service, answer, reason):
    service.plan.append(says(answer))
    reader = extractor()

    assert reader.extract(document()) == ()
    assert reader.rejected == {reason: 1}


def test_the_good_part_of_an_answer_is_kept(extractor, service):
    service.plan.append(lists(MAYOR, attribution("Reuters", "says", "ships wait"), MAYOR))
    reader = extractor()

    assert len(reader.extract(document())) == 1
    assert reader.rejected == {"not-verbatim": 1, "duplicate": 1}


def test_a_word_that_stands_everywhere_points_nowhere(extractor, service):
    service.plan.append(lists(attribution("he", "said", "no")))
    reader = extractor()

    assert reader.extract(document("he said no. " * 100)) == ()
    assert reader.rejected == {"ambiguous": 1}


def test_the_costliest_answer_is_read_in_seconds(extractor, service):
    text = " ".join(f"w{n % 24:02}" for n in range(700))
    quotes = [f"w{n:02}" for n in range(18)]
    entry = MAYOR | {"source": quotes[:6], "cue": quotes[6:12], "content": quotes[12:]}
    service.plan.append(lists(*[entry] * 50))
    reader, began = extractor(), time.process_time()

    reader.extract(document(text))

    assert time.process_time() - began < 20
    assert reader.rejected == {"duplicate": 49}


# Nesting


def test_what_a_rejected_attribution_relays_goes_with_it(extractor, service):
    made_up = attribution("Reuters", "says", "the ministry denied “any delay”")
    service.plan.append(lists(made_up, INNER, MAYOR))
    reader = extractor()

    assert words(reader.extract(document())) == [("The mayor", "claims", "ships wait")]
    assert reader.rejected == {"not-verbatim": 1, "outer-rejected": 1}


@pytest.mark.parametrize("outers", [(0, 0), (1, 0)])
def test_a_circle_is_cut(extractor, service, outers):
    answer = [within(e, n) for e, n in zip((OUTER, INNER), outers, strict=True)]
    service.plan.append(lists(*answer))
    reader = extractor()

    first, second = reader.extract(document())

    assert first.nested_in is None
    assert second.nested_in == first.id
    assert reader.rejected == {"nesting-cut": 1}


def test_what_lies_elsewhere_is_not_nested(extractor, service):
    service.plan.append(lists(OUTER, within(MAYOR, 0)))
    reader = extractor()

    assert [a.nested_in for a in reader.extract(document())] == [None, None]
    assert reader.rejected == {"nesting-cut": 1}


def test_what_is_nested_in_a_repeated_attribution_is_nested_in_the_first(extractor, service):
    service.plan.append(lists(OUTER, OUTER, within(INNER, 1)))

    outer, inner = extractor().extract(document())

    assert inner.nested_in == outer.id


PIECES = st.sampled_from(["Yonhap", "says", "the", "ministry", "any delay", "”.", "The mayor", ""])
QUOTES = st.lists(PIECES, max_size=3)
ENTRIES = st.fixed_dictionaries(
    {
        "source": QUOTES,
        "cue": QUOTES,
        "content": QUOTES,
        "stance": st.sampled_from(["asserts", "denies", "shouts"]),
        "writer_certainty": st.just("neutral"),
        "source_kind": st.sampled_from(["unnamed", "body"]),
        "nested_in": st.none() | st.integers(-1, 6),
    }
)


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(answer=st.lists(ENTRIES, max_size=6))
def test_whatever_is_answered_every_span_is_verbatim_and_the_nesting_a_forest(
    extractor, service, answer
):
    Endpoint.sent = 0
    service.plan.append(lists(*answer))
    reader = extractor()

    found = reader.extract(document())

    place = {a.id: n for n, a in enumerate(found)}
    quoted = {quote for e in answer for p in ("source", "cue", "content") for quote in e[p]}
    lost = reader.rejected.total() - reader.rejected["nesting-cut"]
    assert len(place) == len(found) == len(answer) - lost
    for n, each in enumerate(found):
        spans = (*each.source.spans, *each.cue, *each.content)
        assert {span.of(TEXT) for span in spans} <= quoted - {""}
        assert not any(a.overlaps(b) for a in spans for b in spans if a is not b)
        assert each.nested_in is None or place[each.nested_in] < n


# The service


def test_the_request_asks_for_the_schema_and_repeats_itself(extractor, service):
    service.plan += [lists(), lists()]
    reader = extractor()
    reader.extract(document())
    reader.extract(document())

    (path, headers, body), (_, _, again) = service.asked

    assert path == "/v1/chat/completions"
    assert "Authorization" not in headers
    assert body == again
    assert (body["model"], body["temperature"], body["seed"]) == ("m", 0, 0)
    form = body["response_format"]
    assert (form["type"], form["json_schema"]["strict"]) == ("json_schema", True)
    assert body["messages"][-1] == {"role": "user", "content": TEXT}
    assert "Secret headline" not in json.dumps(body)


def test_the_schema_asks_for_everything_and_nothing_more():
    entry = prompt.SCHEMA["properties"]["attributions"]["items"]

    assert set(entry["required"]) == set(entry["properties"]) == prompt.FIELDS
    assert entry["additionalProperties"] is prompt.SCHEMA["additionalProperties"] is False
    assert "own-voice" not in entry["properties"]["source_kind"]["enum"]


def test_the_example_of_the_instructions_is_a_right_answer(extractor, service):
    _, _, example = prompt.INSTRUCTIONS.partition("Text: ")
    text, _, answer = example.partition("\nAnswer: ")
    service.plan.append(says(answer))
    reader = extractor()

    assert len(reader.extract(document(text))) == 2
    assert reader.rejected == Counter()


def test_the_key_is_sent_as_a_bearer_token_and_shown_nowhere(extractor, service):
    service.plan.append(fails(401, b"bad key s3cret \x1b[31m"))
    reader = extractor(llm_key="s3cret")

    with pytest.raises(ExtractorUnavailable, match=r"401 .*check KG_LLM_KEY") as caught:
        reader.extract(document())

    assert service.asked[0][1]["Authorization"] == "Bearer s3cret"
    assert "s3cret" not in str(caught.value) + repr(Settings(llm_key="s3cret"))
    assert str(caught.value).isprintable()


@pytest.mark.parametrize(
    ("plan", "waited"),
    [
        ([fails(429)], [1.0]),
        ([fails(429, Retry_After="7")], [7.0]),
        ([fails(429, Retry_After="soon")], [1.0]),
        ([fails(503, Retry_After=formatdate(0, usegmt=True))], [0.0]),
        ([fails(500), fails(500), fails(500)], [1.0, 2.0, 4.0]),
        ([None], [1.0]),
    ],
)
def test_a_passing_failure_is_waited_for(extractor, service, waits, plan, waited):
    service.plan += [*plan, lists(MAYOR)]

    assert len(extractor().extract(document())) == 1
    assert waits == waited


@pytest.mark.parametrize(
    ("plan", "told", "retryable"),
    [
        ([fails(500)] * 4, "answers with 500", True),
        ([fails(429, Retry_After="3600")], "429; try again later", True),
        ([fails(400, b'{"error": "no such\nfield"}')], r"400 \(.*no such field", False),
        ([fails(404)], "check KG_LLM_URL and KG_LLM_MODEL", False),
        ([Reply(b"<html>")], "not answer as an OpenAI-compatible", False),
        ([Reply(b"[]")], "not answer as an OpenAI-compatible", False),
        ([Reply(b'{"choices": []}')], "not answer as an OpenAI-compatible", False),
        ([Reply(DEEP.encode())], "not answer as an OpenAI-compatible", False),
        ([Reply(b"\xff")], "not answer as an OpenAI-compatible", False),
    ],
)
def test_a_lasting_failure_is_told(extractor, service, plan, told, retryable):
    service.plan += plan

    with pytest.raises(ExtractorUnavailable, match=told) as caught:
        extractor().extract(document())

    assert caught.value.retryable == retryable
    assert not service.plan
    assert service.url in str(caught.value)


def test_a_service_that_is_not_there_is_told(service, waits):
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{closed.getsockname()[1]}/v1"
        reader = LlmExtractor(Settings(llm_url=url, llm_model="m"), waits.append)

        with pytest.raises(ExtractorUnavailable, match=r"cannot be reached: .*check KG_LLM_URL"):
            reader.extract(document())

    assert waits == [1.0, 2.0, 4.0]


def test_nothing_follows_a_redirect(extractor, service):
    service.plan.append(fails(302, Location=f"{service.url}/elsewhere"))

    with pytest.raises(ExtractorUnavailable, match="302"):
        extractor(llm_key="s3cret").extract(document())

    assert len(service.asked) == 1


def test_the_budget_holds_for_the_whole_process(extractor, service):
    service.plan += [lists(), fails(500), lists(), lists()]
    extractor(llm_budget=3).extract(document())
    extractor(llm_budget=3).extract(document())

    with pytest.raises(ExtractorUnavailable, match=r"budget of 3 .* KG_LLM_BUDGET"):
        extractor(llm_budget=3).extract(document())

    assert len(service.asked) == 3


# The cache


def test_a_question_is_paid_for_once(extractor, service, tmp_path):
    service.plan.append(lists(OUTER, INNER))
    first = extractor(llm_cache=tmp_path / "answers").extract(document())

    again = extractor(llm_cache=tmp_path / "answers", llm_budget=0).extract(document())

    assert first == again != ()
    assert len(service.asked) == 1
    assert [path.suffix for path in (tmp_path / "answers").iterdir()] == [".json"]


def test_another_model_and_another_text_are_asked_anew(extractor, service, tmp_path):
    service.plan += [lists(), lists(), lists()]
    extractor(llm_cache=tmp_path).extract(document())
    extractor(llm_cache=tmp_path, llm_model="n").extract(document())
    extractor(llm_cache=tmp_path).extract(document(TEXT + " Really."))

    assert len(service.asked) == len(list(tmp_path.iterdir())) == 3


@pytest.mark.parametrize("content", ["", "{", "[]", "{}", '{"answer": 1}', DEEP])
def test_a_broken_file_is_asked_for_anew(extractor, service, tmp_path, content):
    service.plan += [lists(MAYOR), lists(MAYOR)]
    extractor(llm_cache=tmp_path).extract(document())
    (kept,) = tmp_path.iterdir()
    whole = kept.read_text("utf-8")
    kept.write_text(content, "utf-8")

    assert len(extractor(llm_cache=tmp_path).extract(document())) == 1
    assert kept.read_text("utf-8") == whole


def test_a_forged_file_is_checked_like_an_answer(extractor, service, tmp_path):
    service.plan.append(lists(MAYOR))
    extractor(llm_cache=tmp_path).extract(document())
    (kept,) = tmp_path.iterdir()
    kept.write_text(kept.read_text("utf-8").replace("ships wait", "ships sink"), "utf-8")
    reader = extractor(llm_cache=tmp_path)

    assert reader.extract(document()) == ()
    assert reader.rejected == {"not-verbatim": 1}


def test_a_folder_that_cannot_be_written_is_told(extractor, service, tmp_path):
    service.plan.append(lists())
    (tmp_path / "file").touch()

    with pytest.raises(BadSettings, match="KG_LLM_CACHE"):
        extractor(llm_cache=tmp_path / "file").extract(document())


# Settings


@pytest.mark.parametrize(
    ("chosen", "missing"),
    [
        ({}, "set KG_LLM_URL and KG_LLM_MODEL"),
        ({"KG_LLM_MODEL": "m", "KG_LLM_KEY": "k"}, "set KG_LLM_URL"),
        ({"KG_LLM_URL": "http://localhost/v1", "KG_LLM_MODEL": ""}, "set KG_LLM_MODEL"),
    ],
)
def test_it_is_off_and_sends_nothing_until_it_is_told_where(service, monkeypatch, chosen, missing):
    for name in ("KG_LLM_URL", "KG_LLM_MODEL", "KG_LLM_KEY"):
        monkeypatch.delenv(name, raising=False)
    for name, value in chosen.items():
        monkeypatch.setenv(name, value)

    with pytest.raises(BadSettings, match=missing + "$"):
        LlmExtractor()

    assert service.asked == []


def test_the_environment_says_what_to_ask(service, monkeypatch, tmp_path):
    service.plan.append(lists(MAYOR))
    monkeypatch.setenv("KG_LLM_URL", service.url + "/")
    monkeypatch.setenv("KG_LLM_MODEL", "m")
    monkeypatch.setenv("KG_LLM_CACHE", str(tmp_path))

    assert len(LlmExtractor().extract(document())) == 1
    assert service.asked[0][0] == "/v1/chat/completions"


def test_every_variable_is_read():
    chosen = from_environment(
        {
            "KG_LLM_URL": "https://[::1]:8080/v1",
            "KG_LLM_MODEL": "a/b:c",
            "KG_LLM_KEY": "sk-1",
            "KG_LLM_BUDGET": "0",
            "KG_LLM_CACHE": "x",
        }
    )

    assert chosen == replace(
        Settings(),
        llm_url="https://[::1]:8080/v1",
        llm_model="a/b:c",
        llm_key="sk-1",
        llm_budget=0,
        llm_cache=Path("x"),
    )


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("KG_LLM_URL", "localhost:8080"),
        ("KG_LLM_URL", "file:///etc/passwd"),
        ("KG_LLM_URL", "http://me:hush@localhost/v1"),
        ("KG_LLM_URL", "http://localhost/v1?key=hush"),
        ("KG_LLM_URL", "http://localhost/v1\r\nX: hush"),
        ("KG_LLM_KEY", "two hush"),
        ("KG_LLM_KEY", "hush\n"),
        ("KG_LLM_BUDGET", "-1"),
        ("KG_LLM_BUDGET", "many"),
    ],
)
def test_a_value_that_cannot_be_is_refused_by_name(variable, value):
    with pytest.raises(BadSettings, match=variable) as caught:
        from_environment({variable: value})

    assert "hush" not in str(caught.value)
