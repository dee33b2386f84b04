"""Looks fixed expressions up in a sentence: "selon", "it is no secret that", "bien que"."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache

from kg.extract.lexicon import Lexicon, SourceFrame, lexicon
from kg.extract.tokens import Token, tokens
from kg.model import WriterCertainty

Words = tuple[str, ...]


class Phrases:
    """A set of expressions, indexed by their first word.

    >>> from kg.extract.lexicon import lexicon
    >>> lex = lexicon("fr")
    >>> concessives = Phrases(["bien que", "même si"], lex)
    >>> concessives.at(tokens("bien que Rome nie", 0, 17, lex), 0)
    2
    """

    def __init__(self, phrases: Iterable[str], lex: Lexicon) -> None:
        self._by_first: dict[str, list[Words]] = defaultdict(list)
        self.original: dict[Words, str] = {}
        for phrase in phrases:
            words = words_of(phrase, lex)
            self._by_first[words[0]].append(words)
            self.original[words] = phrase
        for candidates in self._by_first.values():
            candidates.sort(key=lambda words: (-len(words), words))

    def at(self, sentence: Sequence[Token], i: int) -> int:
        """How many tokens from ``i`` on the longest expression there takes; 0 if none."""
        found = self.found(sentence, i)
        return len(found) if found else 0

    def found(self, sentence: Sequence[Token], i: int) -> Words | None:
        """The longest expression that begins at ``i``."""
        if i >= len(sentence):
            return None
        for words in self._by_first.get(sentence[i].low, ()):
            if starts_with(sentence, i, words):
                return words
        return None


def starts_with(sentence: Sequence[Token], i: int, words: Words) -> bool:
    """Whether ``words`` stand at ``i``."""
    if i + len(words) > len(sentence):
        return False
    return all(sentence[i + n].low == word for n, word in enumerate(words))


def words_of(phrase: str, lex: Lexicon) -> Words:
    """The tokens of an expression; an elision at its end stays one word."""
    open_end = phrase.endswith(("'", "’"))
    text = phrase + "x" if open_end else phrase
    words = [token.low for token in tokens(text, 0, len(text), lex)]
    return tuple(words[:-1] if open_end else words)


class Expressions:
    """All fixed expressions of one language, ready for look-up.

    Attributes:
        frames: Words that put a source before or after what it says.
        comparatives: comme, as.
        hearsay: reportedly, on dit que.
        concessives: bien que, although.
        contrastives: mais, but.
        common_knowledge: Frames that cite nobody.
        citing: citant, quoted by.
        asides: Expressions that hold a form of a cue and report nothing.
        evidential: Phrases that show first-hand evidence.
    """

    def __init__(self, lex: Lexicon) -> None:
        self.frames = Phrases((frame.words for frame in lex.source_frames), lex)
        self._frames = {words_of(f.words, lex): f for f in lex.source_frames}
        self.comparatives = Phrases(lex.comparatives, lex)
        self.hearsay = Phrases((marker.words for marker in lex.hearsay), lex)
        self._hearsay = {words_of(m.words, lex): m.certainty for m in lex.hearsay}
        self.concessives = Phrases(lex.concessives, lex)
        self.contrastives = Phrases(lex.contrastives, lex)
        self.common_knowledge = Phrases(lex.common_knowledge, lex)
        self.citing = Phrases(lex.citing, lex)
        self.asides = Phrases(lex.asides, lex)
        self.evidential = Phrases(lex.evidential, lex)

    def frame(self, words: Words) -> SourceFrame:
        """The source frame that reads ``words``."""
        return self._frames[words]

    def certainty(self, words: Words) -> WriterCertainty:
        """What the hearsay marker ``words`` says of the writer."""
        return self._hearsay[words]


@cache
def expressions(lang: str) -> Expressions:
    """The expressions of ``lang``, made once a process."""
    return Expressions(lexicon(lang))
