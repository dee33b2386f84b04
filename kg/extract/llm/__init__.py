"""Reads attributions by a language model that the user runs or rents; off until one is named.

A model answers fluently whether or not the text bears it out. So an attribution is kept only
if every word that it rests on stands in the text, and what is not kept is counted by the
reason. Nothing is put right on the model's behalf.

Nothing is sent anywhere before the user has named the address in ``KG_LLM_URL``.
"""

import re
import time
from collections import Counter
from collections.abc import Callable

from kg.errors import BadSettings
from kg.extract.form import Forms
from kg.extract.lexicon import LANGUAGES
from kg.extract.llm.answers import Entry, Reason, entries
from kg.extract.llm.cache import AnswerCache
from kg.extract.llm.endpoint import Endpoint
from kg.extract.llm.nesting import Drawn, in_text_order, nested
from kg.extract.llm.placing import parts
from kg.extract.llm.prompt import VERSION
from kg.extract.llm.windows import windows
from kg.extract.quotes import find_quotations
from kg.model import Attribution, Document, Source, Span, attribution_id
from kg.settings import Settings, from_environment

__all__ = ["LlmExtractor", "Reason"]

# Of every attribution alike: how often a model is right, nobody has measured.
_UNCALIBRATED = 0.5
_HALF_CHARACTER = re.compile(r"[\ud800-\udfff]")


class LlmExtractor:
    """Asks a language model who is said to have said what, and checks every word of its answer.

    The confidence of every attribution is 0.5. It is *not calibrated*.

    Attributes:
        name: ``llm/`` and the model, as stored with every attribution.
        languages: ISO 639-1 codes of the languages it reads.
        rejected: How many answers, or attributions in them, were not kept, by `Reason`.
    """

    languages = frozenset(LANGUAGES)

    def __init__(
        self, settings: Settings | None = None, sleep: Callable[[float], None] = time.sleep
    ) -> None:
        """Take what to ask, where and how often; by default from the environment.

        Args:
            settings: Those whose names begin with ``llm_`` count.
            sleep: Waits between two tries.

        Raises:
            BadSettings: No service or no model is named; the message says what to set.
        """
        chosen = settings or from_environment()
        if not (chosen.llm_url and chosen.llm_model):
            needed = {"KG_LLM_URL": chosen.llm_url, "KG_LLM_MODEL": chosen.llm_model}
            missing = " and ".join(name for name, value in needed.items() if not value)
            raise BadSettings(f"the extractor 'llm' is off until you set {missing}")
        self.name = f"llm/{chosen.llm_model}"
        self.rejected: Counter[Reason] = Counter()
        self._endpoint = Endpoint(
            chosen.llm_url, chosen.llm_model, chosen.llm_key, chosen.llm_budget, sleep
        )
        self._cache = AnswerCache(chosen.llm_cache, chosen.llm_model)

    def extract(self, document: Document) -> tuple[Attribution, ...]:
        """The attributions of ``document``, in text order, outer before inner.

        Sends its text, about a page a request; never its title, address or other metadata.

        Raises:
            ExtractorUnavailable: The service fails, or ``KG_LLM_BUDGET`` is used up.
            BadSettings: An answer cannot be kept in ``KG_LLM_CACHE``.
        """
        # Half a character has no UTF-8; its stand-in is as long, so that offsets stay true.
        text = _HALF_CHARACTER.sub("\ufffd", document.text)
        forms = Forms(text, find_quotations(text))
        found: list[Attribution] = []
        for window in windows(text):
            answer = entries(self._answer(window.of(text)))
            kept, reasons = nested([self._draw(document, window, forms, e) for e in answer])
            self.rejected.update(reasons)
            found += kept
        return in_text_order(found)

    def _answer(self, words: str) -> str | None:
        answer = self._cache.get(words)
        if answer is None and (answer := self._endpoint.ask(words)):
            self._cache.put(words, answer)
        return answer

    def _draw(
        self, document: Document, window: Span, forms: Forms, entry: Entry | Reason
    ) -> Drawn | Reason:
        if isinstance(entry, Reason):
            return entry
        placed = parts(entry, window.of(document.text))
        if isinstance(placed, Reason):
            return placed
        source, cue, content = (_moved(spans, window.start) for spans in placed)
        drawn = Attribution(
            id=attribution_id(document.id, source, cue, content),
            source=Source(entry.kind, source),
            cue=cue,
            content=content,
            stance=entry.stance,
            writer_certainty=entry.certainty,
            form=forms.of(content),
            confidence=_UNCALIBRATED,
            extractor=self.name,
            rule=f"prompt-{VERSION}",
        )
        return Drawn(drawn, entry.outer)


def _moved(spans: tuple[Span, ...], by: int) -> tuple[Span, ...]:
    return tuple(Span(span.start + by, span.end + by) for span in spans)
