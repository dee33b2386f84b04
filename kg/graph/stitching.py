"""Source links: from "CNN reports that P" to CNN's own text on P, where the corpus holds it.

The link belongs to the citing attribution and never to a node that documents share. How sure
it is follows from the dates and from whether the citing text says which document it means: by
its address, by its title or by a quotation.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from kg.graph.publishers import publisher_of, voice_of
from kg.model import (
    Attribution,
    CopyGroup,
    Document,
    DocumentId,
    LinkKind,
    Reading,
    SourceId,
    SourceLink,
    earlier,
    fold,
)

_QUOTED_WORDS = 5
"""Words from which a quotation tells which text it is from."""

_TITLE_WORDS = 4
"""Words from which a title that stands in another text names that document."""


def source_links(
    readings: Sequence[Reading], copies: Iterable[CopyGroup] = ()
) -> tuple[SourceLink, ...]:
    """The links between ``readings``, sorted.

    Made for the documents that say one claim, so that no link runs to a document of the same
    outlet on another matter. O(a·d) for a attributions and d documents of the cited source.

    Args:
        readings: The documents that convey the claim.
        copies: A document is never linked to its own copy.
    """
    own: dict[SourceId, list[Reading]] = defaultdict(list)
    for reading in readings:
        for source in {publisher_of(reading), voice_of(reading)}:
            own[source].append(reading)
    together = _copied_with(copies)
    found = set()
    for reading in readings:
        here = reading.document.id
        for attribution in reading.attributions:
            for cited in _texts_of(attribution, own):
                there = cited.document.id
                if there != here and there not in together[here]:
                    found.add(_link(reading.document, attribution, cited.document))
    return tuple(sorted(found, key=lambda link: (link.citing, link.cited)))


def _texts_of(attribution: Attribution, own: dict[SourceId, list[Reading]]) -> Iterator[Reading]:
    if attribution.source.id and not attribution.is_own_voice:
        yield from own.get(attribution.source.id, ())


def _copied_with(copies: Iterable[CopyGroup]) -> dict[DocumentId, set[DocumentId]]:
    found: dict[DocumentId, set[DocumentId]] = defaultdict(set)
    for group in copies:
        for document in group.documents:
            found[document].update(group.documents)
    return found


def _link(citing: Document, attribution: Attribution, cited: Document) -> SourceLink:
    identified = _identifies(citing, attribution, cited)
    before = earlier(cited.published, citing.published)
    if before is None:
        kind = LinkKind.POSSIBLE
    elif before:
        kind = LinkKind.STATED if identified else LinkKind.INFERRED
    else:
        kind = LinkKind.LATE
    return SourceLink(attribution.id, cited.id, kind, identified)


def _identifies(citing: Document, attribution: Attribution, cited: Document) -> bool:
    """Whether the citing text says which document it means: address, title or quotation."""
    if cited.url and cited.url in citing.links:
        return True
    text = fold(citing.text)
    if cited.title and len(cited.title.split()) >= _TITLE_WORDS and fold(cited.title) in text:
        return True
    said = (span.of(citing.text).strip(" «»“”\"'.,") for span in attribution.content)
    quoted = (words for words in said if len(words.split()) >= _QUOTED_WORDS)
    direct = attribution.form.value == "direct"
    return direct and any(fold(words) in fold(cited.text) for words in quoted)
