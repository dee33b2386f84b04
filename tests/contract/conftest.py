"""Readings small enough to reason about, a store of every kind to put them into, and a stand-in
for the language model that one extractor asks."""

import json
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from kg.model import (
    Agent,
    Attribution,
    ClaimRelation,
    Conveyance,
    Document,
    Names,
    Reading,
    RelationKind,
    Source,
    SourceId,
    SourceKind,
    Span,
    Stance,
    WriterCertainty,
    attribution_id,
)
from kg.store import MEMORY, open_store

NAMES = Names("https://example.org/news/")
MAYOR = SourceId("https://example.org/news/agent/mayor")


def _reading(said, doc_id="a.txt", published="2024-10-01", language="en", *, denied=False):
    text = f"The mayor says that {said}."
    document = Document(
        id=NAMES.document(text, published=published),
        doc_id=doc_id,
        text=text,
        lang=language,
        published=published,
        links=("https://example.org/a", "https://example.org/b"),
        metadata=(("section", '"Local"'),),
    )
    spans = (Span(0, 9),), (Span(10, 14),), (Span(20, 20 + len(said)),)
    attribution = Attribution(
        id=attribution_id(document.id, *spans),
        source=Source(SourceKind.PERSON, spans[0], "mayor", MAYOR),
        cue=spans[1],
        content=spans[2],
        stance=Stance.DENIES if denied else Stance.ASSERTS,
        writer_certainty=WriterCertainty.NEUTRAL,
        extractor="by hand 1",
        rule="test",
    )
    claim, other = NAMES.claim(said), NAMES.claim("something else")
    return Reading(
        document=document,
        attributions=(attribution,),
        conveyances=(Conveyance(attribution.id, claim, confidence=0.9),),
        relations=(
            ClaimRelation(RelationKind.DISPUTES, claim, other, 0.5, "rule", attribution.id),
        ),
        agents=(
            Agent(MAYOR, SourceKind.PERSON, f"mayor ({language})", names=((language, "mayor"),)),
        ),
    )


def _of_newer_extractor(reading):
    attributions = tuple(
        replace(a, extractor="by hand 2", stance=Stance.PREDICTS) for a in reading.attributions
    )
    return replace(reading, attributions=attributions)


@pytest.fixture(scope="session")
def reading():
    """Makes the reading of a one-sentence document: what the mayor says, when, under what name."""
    return _reading


@pytest.fixture(scope="session")
def of_newer_extractor():
    """The same document, read otherwise."""
    return _of_newer_extractor


@pytest.fixture(params=["memory", "folder"])
def store(request, tmp_path):
    """An empty store."""
    address = MEMORY if request.param == "memory" else tmp_path / "store"
    with open_store(address, create=True, base=NAMES.base) as opened:
        yield opened


@pytest.fixture
def another(tmp_path, request):
    """Makes further empty stores."""
    count = iter(range(100))

    def made():
        opened = open_store(tmp_path / f"another-{next(count)}", create=True, base=NAMES.base)
        request.addfinalizer(opened.close)
        return opened

    return made


class _Parrot(BaseHTTPRequestHandler):
    """Makes a model's answer of the text's own words, three an attribution, each in the last."""

    def do_POST(self):
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        words = asked["messages"][-1]["content"].split()[:60]
        answer = {"attributions": [_parroted(words, n) for n in range(0, len(words) - 2, 3)]}
        message = {"choices": [{"message": {"content": json.dumps(answer)}}]}
        self.send_response(200)
        self.end_headers()
        self.wfile.write(json.dumps(message).encode())

    def log_message(self, *_):
        pass


def _parroted(words, n):
    return {
        "source": [words[n]],
        "cue": [words[n + 1]],
        "content": words[n + 2 : n + 5],
        "stance": "asserts",
        "writer_certainty": "neutral",
        "source_kind": "unnamed",
        "nested_in": n // 3 - 1 if n else None,
    }


@pytest.fixture(scope="module")
def language_model():
    """A service that the extractor ``llm`` asks, since it ships with none."""
    with (
        ThreadingHTTPServer(("127.0.0.1", 0), _Parrot) as service,
        pytest.MonkeyPatch.context() as m,
    ):
        m.setenv("no_proxy", "*")
        m.setenv("KG_LLM_URL", f"http://127.0.0.1:{service.server_port}/v1")
        m.setenv("KG_LLM_MODEL", "parrot")
        m.setenv("KG_LLM_BUDGET", "1000000")
        m.delenv("KG_LLM_CACHE", raising=False)
        thread = Thread(target=service.serve_forever, args=(0.01,))
        thread.start()
        yield
        service.shutdown()
        thread.join()
