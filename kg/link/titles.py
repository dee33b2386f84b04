"""Papers and stations that no gazetteer holds, told by how their titles are written.

"Selon The Quay Courier", "La Feuille des Écluses reports": a capital on the article, an article
of another language, or a word that titles are made of.
"""

import re

from kg.link.lexicon import words_of
from kg.link.mentions import Mention
from kg.link.phrases import PERSONAL, Phrase
from kg.link.referents import Referent, Scene
from kg.link.wording import words
from kg.model import OUTLETS, SourceKind

_ARTICLES = {
    "en": frozenset({"The"}),
    "fr": frozenset({"Le", "La", "Les", "L"}),
    "": frozenset({"El", "Il", "Der", "Die", "Das"}),
}
_JOINING = frozenset(
    ["de", "du", "des", "d", "la", "l", "le", "les", "et", "of", "the", "and", "en", "di", "&"]
)
_SHORTEST = 2
_SENTENCE_START = ".!?…:\n"


def titled(mention: Mention, scene: Scene) -> Referent | None:
    """The outlet whose title the whole phrase is; None if it does not look like one."""
    phrase = mention.phrase
    if phrase.sort in PERSONAL:
        return None
    title = re.sub(r"['’]s?$", "", phrase.text.split(",")[0]).strip()
    found = words(title)
    capitals = [word for word in found if word.is_capital]
    if len(capitals) < _SHORTEST or not found[0].is_capital:
        return None
    if any(not word.is_capital and word.folded not in _JOINING for word in found):
        return None
    if not _looks_like_title(mention, phrase, scene):
        return None
    kind = mention.guess if mention.guess in OUTLETS else SourceKind.OUTLET
    agent = scene.coined(kind, title)
    return Referent(agent, agent.name)


def _looks_like_title(mention: Mention, phrase: Phrase, scene: Scene) -> bool:
    found = words(phrase.text)
    own = _ARTICLES.get(scene.lang, frozenset())
    article = found[0].raw
    if article not in own and any(article in articles for articles in _ARTICLES.values()):
        return True
    media = {w.folded for w in found} & (_media("en") | _media("fr"))
    if article in own:
        return bool(media) and _is_inside_sentence(mention, scene)
    last = found[-1].folded
    return last in _media("en") or (scene.lang == "fr" and found[0].folded in _media("fr"))


def _is_inside_sentence(mention: Mention, scene: Scene) -> bool:
    before = scene.document.text[: mention.start].rstrip(" \t\u00a0\u202f«“\"'(")
    return bool(before) and before[-1] not in _SENTENCE_START


def _media(lang: str) -> frozenset[str]:
    return words_of(lang, "outlet_words")
