"""How a sentence ascribes: frames around a content, nested as deep as wanted.

Each frame holds places for the source ``{s}``, the cue ``{q:…}``, the content ``{c}`` (``{C}``
with a capital), and in a relay for the inner source ``{t}`` and its cue ``{r:…}``. In French
cues ``@`` stands for the auxiliary in the present, ``~`` in the imperfect, in the number of
the source. The spans come out as the annotation rules draw them.
"""

import re
from dataclasses import dataclass, field, replace
from functools import cache
from random import Random

from kg.model import Form, Span, Stance, WriterCertainty
from synthetic.grammar import Words, capital, contracted, drawn, one_of
from synthetic.scenery import TAILS
from synthetic.world import Actor

_PLACE = re.compile(r"\{(\w)(?::([^{}]*))?\}")
_CLOSES = re.compile(r"[,.:;»”]|\s[:»]")
_AUXILIARIES = {"@": ("a", "ont"), "~": ("avait", "avaient")}
_EN_ASIDE = (
    "[|||| in a statement| at a briefing| late in the evening| in a written reply| by phone]"
)
_FR_ASIDE = (
    "[|||| dans un communiqué| lors d'un point de presse| en fin de soirée| dans une réponse écrite"
    "| au téléphone]"
)


@dataclass(frozen=True, slots=True)
class Frame:
    """One way to ascribe.

    Attributes:
        patterns: Its wordings by language.
        stance: The source's.
        certainty: The writer's.
        form: Whether the content is quoted.
        before: What the content begins with besides ("whether"), by language.
    """

    patterns: Words
    stance: Stance = Stance.ASSERTS
    certainty: WriterCertainty = WriterCertainty.NEUTRAL
    form: Form = Form.INDIRECT
    before: Words = field(default_factory=lambda: {"en": ("",), "fr": ("",)})


FRAMES = {
    "that": Frame(
        {
            "en": (
                f"{{s}} {{q:[said|stated|announced|reported|explained]}}{_EN_ASIDE} that {{c}}",
                f"{{c}}, {{s}} {{q:[said|reported|announced|explained]}}{_EN_ASIDE}",
            ),
            "fr": (
                f"{{s}} {{q:@ [déclaré|affirmé|annoncé|indiqué|fait savoir]}}{_FR_ASIDE} que {{c}}",
                f"{{c}}, {{q:@ [indiqué|annoncé|déclaré|expliqué]}} {{s}}{_FR_ASIDE}",
            ),
        }
    ),
    "according": Frame(
        {
            "en": ("{q:according to} {s}, {c}", "{c}, {q:according to} {s}"),
            "fr": ("{q:[selon|d'après]} {s}, {c}", "{c}, {q:[selon|d'après]} {s}"),
        }
    ),
    "claim": Frame(
        {
            "en": ("{s} {q:[claimed|alleged]} that {c}",),
            "fr": ("{s} {q:@ prétendu} que {c}", "{q:à en croire} {s}, {c}"),
        },
        certainty=WriterCertainty.DISTANCED,
    ),
    "confirm": Frame(
        {
            "en": (f"{{s}} {{q:[confirmed|has confirmed]}}{_EN_ASIDE} that {{c}}",),
            "fr": (f"{{s}} {{q:@ confirmé}}{_FR_ASIDE} que {{c}}",),
        },
        stance=Stance.CONFIRMS,
        certainty=WriterCertainty.COMMITTED,
    ),
    "quote": Frame(
        {
            "en": (
                f"“{{C}},” {{s}} {{q:[said|declared]}}{_EN_ASIDE}",
                f"“{{C}},” {{q:said}} {{s}}{_EN_ASIDE}",
                "{s} {q:[said|declared]}: “{C}.”",
            ),
            "fr": (
                f"« {{C}} », {{q:@ [déclaré|affirmé|lancé]}} {{s}}{_FR_ASIDE}",
                "{s} {q:@ [déclaré|affirmé]} : « {C}. »",
            ),
        },
        form=Form.DIRECT,
    ),
    "split": Frame(
        {
            "en": ("“{C},” {s} {q:said}, “{d}.”",),
            "fr": ("« {C}, {q:@ [déclaré|lancé]} {s}, {d}. »",),
        },
        form=Form.DIRECT,
    ),
    "relay": Frame(
        {
            "en": ("{s}, {r:[citing|quoting]} {t}, {q:[reported|wrote|said]} that {c}",),
            "fr": ("{s}, {r:citant} {t}, {q:@ [rapporté|écrit|affirmé]} que {c}",),
        }
    ),
    "had": Frame(
        {
            "en": ("{s} {q:had [said|stated|announced|indicated]} that {c}",),
            "fr": ("{s} {q:~ [déclaré|affirmé|annoncé|indiqué]} que {c}",),
        }
    ),
    "dismiss": Frame(
        {
            "en": (f"{{s}} {{q:[dismissed|rejected]}}{_EN_ASIDE} {{c}}",),
            "fr": (f"{{s}} {{q:@ [rejeté|démenti]}}{_FR_ASIDE} {{c}}",),
        },
        stance=Stance.DENIES,
    ),
    "rumour": Frame(
        {
            "en": ("{q:[claims|suggestions]} that {c}",),
            "fr": ("{q:l'[affirmation|allégation]} selon laquelle {c}",),
        }
    ),
    "declines": Frame(
        {
            "en": ("{s} {q:[declined to say|would not say]} {c}",),
            "fr": ("{s} {q:@ refusé de dire} {c}",),
        },
        stance=Stance.DECLINES,
        before={"en": ("whether ",), "fr": ("si ",)},
    ),
    "null": Frame(
        {
            "en": ("it {q:was [reported|claimed]} that {c}",),
            "fr": ("il {q:a été [rapporté|affirmé]} que {c}",),
        }
    ),
    "cited": Frame({"en": ("",), "fr": ("",)}),
}
"""The frames by name; ``cited`` is the inner act of a ``relay`` and has no words of its own."""


@dataclass(frozen=True, slots=True)
class Step:
    """One act of ascribing: a frame of `FRAMES` and who speaks in it; None for nobody."""

    frame: str
    speaker: Actor | None = None


@dataclass(frozen=True, slots=True)
class Act:
    """One act of ascribing with its words, places counted from the start of the passage.

    Attributes:
        step: Which act.
        source: Where its source stands.
        cue: Where its cue stands.
        content: Where its content stands.
    """

    step: Step
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """Some words and the acts in them, outermost first, each nested in the one before."""

    text: str
    acts: tuple[Act, ...] = ()


def ascribed(said: str, steps: tuple[Step, ...], lang: str, at: str) -> Passage:
    """``said`` as told by ``steps``, outermost first; ``at`` decides on the wording."""
    rng = Random(f"{at}/{lang}")
    passage = Passage(said)
    inner: Step | None = None
    for step in reversed(steps):
        if step.frame == "cited":
            inner = step
            continue
        passage = _framed(passage, step, inner, lang, rng)
        inner = None
    return passage


def _framed(passage: Passage, step: Step, cited: Step | None, lang: str, rng: Random) -> Passage:
    frame = FRAMES[step.frame]
    before = frame.before[lang][0]
    if before:
        passage = Passage(f"{before}{passage.text}", _moved(passage.acts, len(before)))
    writing = _Writing(passage, lang)
    # What is ascribed further in must follow its frame: "P, X said, Y reported" is unreadable.
    patterns = frame.patterns[lang][:1] if passage.acts else frame.patterns[lang]
    for name, words in _places(drawn(one_of(patterns, rng), rng)):
        if name in {"s", "t"}:
            speaker = step.speaker if name == "s" else cited and cited.speaker
            if speaker:
                writing.source(name, speaker)
        elif name in {"q", "r"}:
            writing.cue(name, _conjugated(words, step.speaker))
        elif name in {"c", "C"}:
            writing.content(capitalised=name == "C")
        elif name == "d":
            writing.tail(one_of(rng.choice(TAILS)[lang], rng))
        else:
            writing.write(words)
    return writing.passage(step, cited)


def _conjugated(cue: str, speaker: Actor | None) -> str:
    many = bool(speaker and speaker.plural)
    for mark, (one, several) in _AUXILIARIES.items():
        cue = cue.replace(mark, several if many else one)
    return cue


@cache
def _places(pattern: str) -> tuple[tuple[str, str], ...]:
    """The places and the words between them, as pairs of a letter (empty for words) and words."""
    found = []
    at = 0
    for place in _PLACE.finditer(pattern):
        if place.start() > at:
            found.append(("", pattern[at : place.start()]))
        found.append((place[1], place[2] or ""))
        at = place.end()
    if at < len(pattern):
        found.append(("", pattern[at:]))
    return tuple(found)


def _moved(acts: tuple[Act, ...], by: int) -> tuple[Act, ...]:
    def shifted(spans: tuple[Span, ...]) -> tuple[Span, ...]:
        return tuple(Span(span.start + by, span.end + by) for span in spans)

    return tuple(
        replace(act, source=shifted(act.source), cue=shifted(act.cue), content=shifted(act.content))
        for act in acts
    )


class _Writing:
    """A frame around a passage, in the making."""

    def __init__(self, inner: Passage, lang: str) -> None:
        self._inner = inner
        self._lang = lang
        self._text = ""
        self._acts: tuple[Act, ...] = ()
        self._spans: dict[str, list[Span]] = {name: [] for name in "sqtrc"}
        self._open_apposition = False

    def write(self, words: str) -> Span:
        """Write on; an apposition before is closed by a comma, "que" elided before a vowel.

        Elision makes the text shorter behind every span that was written.
        """
        if self._open_apposition and not _CLOSES.match(words):
            self._text += ","
        self._open_apposition = False
        if self._text.endswith("que "):
            self._text = contracted(f"{self._text}{words[0]}", self._lang)[:-1]
        start = len(self._text)
        self._text += words
        return Span(start, start + len(words))

    def source(self, name: str, speaker: Actor) -> None:
        """Write who speaks."""
        self._spans[name].append(self.write(speaker.words[self._lang]))
        self._open_apposition = speaker.apposed

    def cue(self, name: str, words: str) -> None:
        """Write the cue."""
        self._spans[name].append(self.write(words))

    def content(self, *, capitalised: bool) -> None:
        """Write what is ascribed."""
        text = capital(self._inner.text) if capitalised else self._inner.text
        span = self.write(text)
        self._spans["c"].append(span)
        self._acts = _moved(self._inner.acts, span.start)

    def tail(self, words: str) -> None:
        """Write the rest of a content that the cue cuts in two."""
        self._spans["c"].append(self.write(words))

    def passage(self, step: Step, cited: Step | None) -> Passage:
        """What was written."""
        spans = {name: tuple(found) for name, found in self._spans.items()}
        acts = [Act(step, spans["s"], spans["q"], spans["c"])]
        if cited:
            acts.append(Act(cited, spans["t"], spans["r"], spans["c"]))
        return Passage(self._text, (*acts, *self._acts))
