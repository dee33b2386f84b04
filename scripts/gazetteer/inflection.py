"""Inflections of demonyms by rule, so that only the irregular ones need to be written down."""

_NO_ENGLISH_PLURAL = ("s", "sh", "ch", "ese", "x", "men", "UK", "USA", "US", "U.S.", "è")
_ENGLISH_EXCEPTIONS = {"Czech": "Czechs", "Swazi": "Swazis"}


def french(entry: str) -> tuple[str, str, str, str]:
    """Masculine and feminine singular, masculine and feminine plural of a French demonym.

    Args:
        entry: The masculine singular, with ``:feminine`` and ``:masculine plural`` where the
            rule fails.

    >>> french("nord-coréen")
    ('nord-coréen', 'nord-coréenne', 'nord-coréens', 'nord-coréennes')
    >>> french("turc:turque")
    ('turc', 'turque', 'turcs', 'turques')
    """
    masculine, *irregular = entry.split(":")
    feminine = irregular[0] if irregular else _feminine(masculine)
    plural = irregular[1] if len(irregular) > 1 else _plural(masculine)
    return masculine, feminine, plural, _plural(feminine)


def english(form: str) -> tuple[str, ...]:
    """A demonym and, where it has one, its plural.

    >>> english("Russian"), english("Chinese")
    (('Russian', 'Russians'), ('Chinese',))
    """
    if form in _ENGLISH_EXCEPTIONS:
        return form, _ENGLISH_EXCEPTIONS[form]
    if form.endswith(_NO_ENGLISH_PLURAL):
        return (form,)
    return form, f"{form}s"


def _feminine(masculine: str) -> str:
    if masculine.endswith("e"):
        return masculine
    return f"{masculine}{'ne' if masculine.endswith('en') else 'e'}"


def _plural(singular: str) -> str:
    return singular if singular.endswith(("s", "x")) else f"{singular}s"
