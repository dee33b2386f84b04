"""Breaks labels into lines by measured width, without a font at hand."""

# Advance widths of DejaVu Sans in thousandths of an em, by class of character: close enough
# for any sans serif to keep text inside its box (checked against the font over the seeds).
_NARROW = frozenset("iljI.,:;'’|!()[]ftr -–·")
_WIDE = frozenset("mwMW@%—…ŒœÆæ")
_NARROW_EM, _MEDIUM_EM, _CAPITAL_EM, _WIDE_EM = 0.37, 0.6, 0.69, 0.93


def width(text: str, size: float) -> float:
    """Width of ``text`` in pixels at a font size of ``size`` pixels."""
    return size * sum(_advance(c) for c in text)


def wrapped(text: str, room: float, size: float, most: int) -> list[str]:
    """``text`` in at most ``most`` lines of at most ``room`` pixels, cut with an ellipsis."""
    lines: list[str] = []
    rest = text.split()
    while rest and len(lines) < most:
        line, rest = _fill(rest, room, size)
        lines.append(line)
    if rest:
        lines[-1] = _cut(f"{lines[-1]} {rest[0]}", room, size)
    return lines


def _fill(words: list[str], room: float, size: float) -> tuple[str, list[str]]:
    line = words[0]
    if width(line, size) > room:
        return _cut(line, room, size), words[1:]
    taken = 1
    while taken < len(words) and width(f"{line} {words[taken]}", size) <= room:
        line = f"{line} {words[taken]}"
        taken += 1
    return line, words[taken:]


def _cut(text: str, room: float, size: float) -> str:
    while text and width(text + "…", size) > room:
        text = text[:-1]
    return text.rstrip(" ,;:") + "…"


def _advance(character: str) -> float:
    if character in _NARROW:
        return _NARROW_EM
    if character in _WIDE or ord(character) > 0x2E7F:  # noqa: PLR2004 - full-width scripts begin here
        return _WIDE_EM
    return _CAPITAL_EM if character.isupper() else _MEDIUM_EM
