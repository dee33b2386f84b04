"""Reads an article out of a web page: body, headline, byline, outlet, date, links.

The body comes from trafilatura. What publishers declare of themselves in JSON-LD
(``publisher``, ``datePublished``, ``isBasedOn``, ``citation``) is read here and wins, because
a declared publisher beats a guessed one. The frozen text is the headline, a newline and the
body, so that the headline has a place that evidence can point to.
"""

import json
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from typing import Any

import trafilatura

from kg.errors import UnreadableDocument
from kg.text.metadata import Metadata, printable

# An article declares itself at the top or in @graph; what lies deeper is something else.
_JSON_LD_DEPTH = 3
_ARTICLE_TYPES = frozenset(
    {"Article", "NewsArticle", "ReportageNewsArticle", "BlogPosting", "LiveBlogPosting", "Report"}
)


def article(page: str) -> tuple[str, Metadata]:
    """The frozen text and the metadata of one page.

    Raises:
        UnreadableDocument: The page holds no article text.
    """
    found = trafilatura.bare_extraction(
        page, include_comments=False, include_tables=False, with_metadata=True
    )
    # The signature also allows a dict, which only another output option gives.
    if found is None or isinstance(found, dict) or not (body := (found.text or "").strip()):
        raise UnreadableDocument("the page holds no article text")
    parts = _Parts()
    parts.feed(page)
    declared = _declared(parts.json_ld)
    guessed = Metadata(
        title=found.title or None,
        author=found.author or None,
        publisher=found.sitename or None,
        published=found.date or None,
        url=found.url or None,
    )
    known = declared.over(guessed)
    title = printable(known.title or "").strip()
    text = printable(body)
    if title and not text.startswith(title):
        text = f"{title}\n{text}"
    links = tuple(dict.fromkeys(link for link in parts.links if link.startswith("http")))
    return text, Metadata(title=title or None, links=declared.links + links).over(known)


class _Parts(HTMLParser):
    """Collects the links of the article and the JSON-LD blocks of a page."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.links: list[str] = []
        self.json_ld: list[str] = []
        self._inside_json_ld = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        if tag == "a" and (target := attributes.get("href")):
            self.links.append(printable(target.strip()))
        elif tag == "script" and attributes.get("type") == "application/ld+json":
            self._inside_json_ld = True

    def handle_endtag(self, tag: str) -> None:
        if tag == "script":
            self._inside_json_ld = False

    def handle_data(self, data: str) -> None:
        if self._inside_json_ld:
            self.json_ld.append(data)


def _declared(blocks: list[str]) -> Metadata:
    for block in blocks:
        try:
            value = json.loads(block)
        except (ValueError, RecursionError):
            continue
        for thing in _things(value):
            if _types(thing) & _ARTICLE_TYPES:
                return _from_json_ld(thing)
    return Metadata()


def _things(value: object, depth: int = 0) -> Iterator[Mapping[str, Any]]:
    if depth > _JSON_LD_DEPTH:
        return
    if isinstance(value, list):
        for item in value:
            yield from _things(item, depth + 1)
    elif isinstance(value, dict):
        yield value
        yield from _things(value.get("@graph"), depth + 1)


def _types(thing: Mapping[str, Any]) -> set[str]:
    declared = thing.get("@type")
    return {t for t in (declared if isinstance(declared, list) else [declared]) if t}


def _from_json_ld(thing: Mapping[str, Any]) -> Metadata:
    based_on = [
        _name(v, "@id", "url") for key in ("isBasedOn", "citation") for v in _all(thing, key)
    ]
    return Metadata(
        title=_first(thing, "headline"),
        author=_first(thing, "author"),
        publisher=_first(thing, "publisher"),
        published=_first(thing, "datePublished"),
        url=_first(thing, "url", "@id", "url") or _first(thing, "mainEntityOfPage", "@id", "url"),
        lang=_first(thing, "inLanguage"),
        links=tuple(link for link in based_on if link),
    )


def _all(thing: Mapping[str, Any], key: str) -> list[Any]:
    value = thing.get(key)
    return value if isinstance(value, list) else [value]


def _first(thing: Mapping[str, Any], key: str, *names: str) -> str | None:
    return _name(_all(thing, key)[0] if _all(thing, key) else None, *(names or ("name",)))


def _name(value: object, *keys: str) -> str | None:
    if isinstance(value, str):
        return printable(value).strip() or None
    if isinstance(value, dict):
        for key in keys:
            if isinstance(value.get(key), str):
                return printable(value[key]).strip() or None
    return None
