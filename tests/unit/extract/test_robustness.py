"""Typography, noise and size change little: what is read in clean text is read in dirty text.

Every change keeps offsets, so the gold of the development part still holds. The figures are
FULL@0.5 F1 in per cent; how far each may fall stands beside it.
"""

import random
import re
import time

import pytest

from kg import corpus, plugins
from kg.evaluation import HEADLINE, count, scored
from kg.extract import matching, quotes, sentences, tokens
from kg.extract.lexicon import LANGUAGES, lexicon
from kg.model import Document, DocumentId, to_normal_form

SAMPLE = slice(0, None, 5)
STRAIGHT = str.maketrans({"“": '"', "”": '"', "’": "'", "‘": "'"})
PLAIN_SPACES = str.maketrans({"\u00a0": " ", "\u202f": " "})
NARROW_SPACES = str.maketrans({"\u00a0": "\u202f"})


def without_a_mark(text):
    """Every fifth quotation mark is lost."""
    seen = iter(range(len(text)))
    return re.sub(r"[“”«»\"]", lambda m: " " if next(seen) % 5 == 4 else m.group(), text)


def misread(text):
    """One letter in two hundred is another one, as a scanner has it."""
    chance = random.Random(11)
    return "".join(
        chance.choice("eaoclrn") if c.isalpha() and chance.random() < 0.005 else c for c in text
    )


def bulleted(text):
    """Paragraph breaks become bullets: two line breaks are a break, a bullet."""
    return text.replace("\n\n", "\n•")


def in_windows_lines(text):
    """Line ends of another system."""
    return text.replace("\n\n", "\r\n")


CHANGES = {
    "typewriter quotation marks": (lambda t: t.translate(STRAIGHT), 4),
    "plain spaces": (lambda t: t.translate(PLAIN_SPACES), 1),
    "narrow spaces": (lambda t: t.translate(NARROW_SPACES), 1),
    "lost quotation marks": (without_a_mark, 12),
    "a scanner's errors": (misread, 12),
    "bullets": (bulleted, 5),
    "line ends": (in_windows_lines, 3),
}


@pytest.fixture(scope="module")
def extractor():
    return plugins.find("extractor", "default")()


@pytest.fixture(scope="module")
def reached(extractor):
    """F1 of FULL@0.5 on a fifth of the development part, its texts changed."""
    known = {}

    def reach(lang, name):
        if (lang, name) not in known:
            change = CHANGES[name][0] if name else str
            known[lang, name] = _f1(extractor, lang, change)
        return known[lang, name]

    return reach


def _f1(extractor, lang, change):
    counts = []
    for record in corpus.records(lang, "dev")[SAMPLE]:
        text = change(record["text"])
        assert len(text) == len(record["text"])
        counts.append(count(record | {"text": text}, _read(extractor, text, lang)))
    return 100 * scored(counts).ratios[HEADLINE].f1


def _read(extractor, text, lang):
    document = Document(id=DocumentId("urn:test"), doc_id="test", text=text, lang=lang)
    return to_normal_form(document, extractor.extract(document))["attributions"]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", CHANGES)
def test_a_change_of_typography_costs_little(reached, lang, name):
    assert reached(lang, name) >= reached(lang, None) - CHANGES[name][1]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "FLOODS: MINISTER SAYS DAM WILL HOLD\n\nThe dam at Orrin was full on Monday."),
        ("fr", "INONDATIONS : LE BARRAGE TIENDRA, ASSURE LE MINISTRE\n\nIl pleuvait lundi."),
        ("en", "PARIS (Reuters) - By Anna Lee\n\nPhoto: J. Smith/AFP\n\nRead more: page 4"),
        ("fr", "LILLE, 4 mars (AFP) —\n\nPar Jean Petit\n\nCrédit photo : DR\n\nLire aussi : p. 4"),
        (
            "en",
            "Er sagte, dass es regnet. 他说不。 Minister Lee said the dam would hold. Он сказал.",
        ),
    ],
)
def test_headlines_bylines_captions_and_other_languages_do_no_harm(extractor, lang, text):
    for entry in _read(extractor, text, lang):
        for start, end in entry["content"]:
            assert 0 <= start < end <= len(text)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "PARIS (Reuters) - By Anna Lee\n\nPhoto: J. Smith/AFP\n\nRead more: page 4"),
        ("fr", "LILLE, 4 mars (AFP) —\n\nPar Jean Petit\n\nCrédit photo : DR\n\nLire aussi : p. 4"),
    ],
)
def test_what_stands_around_an_article_is_attributed_to_nobody(extractor, lang, text):
    assert [e for e in _read(extractor, text, lang) if e["cue"]] == []


SEGMENT = 50_000
HOSTILE = {
    "one letter": "a",
    "spaces": " ",
    "opening marks": "«",
    "closing marks": "” ",
    "typewriter marks": '"a ',
    "apostrophes": "l'",
    "double apostrophes": "''a",
    "hyphens": "a-",
    "full stops": "A.",
    "abbreviations": "M. ",
    "digits": "1,",
    "line breaks": "\n",
    "cues": "dit-il, said, ",
    "ellipses": "… ",
    "dashes": "— ",
    "brackets": "((",
}


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", HOSTILE)
def test_no_pattern_takes_half_a_second_for_a_segment_of_fifty_kilobytes(lang, name):
    text = (HOSTILE[name] * SEGMENT)[:SEGMENT]
    lex = lexicon(lang)
    says = matching.expressions(lang)
    steps = {
        "quotations": lambda: quotes.find_quotations(text),
        "sentences": lambda: sentences.split(text, lex),
        "tokens": lambda: tokens.tokens(text, 0, len(text), lex),
    }
    words = tokens.tokens(text[:5_000], 0, 5_000, lex)
    steps["expressions"] = lambda: [says.frames.at(words, i) for i in range(len(words))]

    slow = {step: spent for step, do in steps.items() if (spent := _seconds(do)) > 0.5}

    assert slow == {}


def _seconds(do):
    """The least CPU time of three runs: another process on the machine must not count."""
    spent = []
    for _ in range(3):
        begun = time.process_time()
        do()
        spent.append(time.process_time() - begun)
    return min(spent)


@pytest.mark.long
def test_a_megabyte_is_read_in_time_that_grows_with_its_length(extractor):
    passage = " ".join(record["text"] for record in corpus.records("en", "dev")[:6])
    small = (passage + "\n\n") * (128_000 // len(passage) + 1)
    large = small * 8

    quick, slow = (_seconds_once(extractor, text) for text in (small, large))

    assert len(large) > 950_000
    assert slow < 8 * quick * 1.8


def _seconds_once(extractor, text):
    begun = time.process_time()
    _read(extractor, text, "en")
    return time.process_time() - begun
