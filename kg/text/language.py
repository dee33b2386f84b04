"""Tells the language of a text, among the enabled ones only."""

from collections.abc import Collection
from functools import cache
from typing import Any

from kg.errors import UnknownLanguage

# Enough of a text to tell French from English; py3langid is right on single sentences.
_SAMPLE = 4_000


def language_of(text: str, enabled: Collection[str], given: str | None = None) -> str:
    """ISO 639-1 code of the language of ``text``.

    Args:
        text: The whole text; its first 4,000 characters decide.
        enabled: Languages to choose from.
        given: What the input says; trusted if it is enabled. A region (``fr-CA``) is left off.

    Raises:
        UnknownLanguage: ``given`` is not enabled.
    """
    if given:
        code = given.replace("_", "-").split("-")[0].casefold()
        if code not in enabled:
            raise UnknownLanguage(
                f"the language {given!r} is not enabled; enabled: {', '.join(sorted(enabled))}"
            )
        return code
    if len(enabled) == 1:
        return next(iter(enabled))
    code, _ = _identifier(tuple(sorted(enabled))).classify(text[:_SAMPLE])
    return str(code)


@cache
def _identifier(enabled: tuple[str, ...]) -> Any:  # noqa: ANN401 - the library ships no types
    # Imported on first use: loading its model takes half a second that most commands can save.
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(list(enabled))
    return identifier
