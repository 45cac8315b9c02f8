"""Text that was damaged on its way: put together again where there is one answer, else told with its place."""

import re

from studytui.language.script import HAN
from studytui.outline.cuts import PLACE, Mended, mended
from studytui.outline.lines import Line, Lines, Warnings, have, hits
from studytui.outline.tree import OutlineWarning

# UTF-8 or GBK read as something else; each of these sequences has no sense in any language.
_MISREAD = (
    r"锟斤拷(?:锟斤拷)*|(?:烫烫|屯屯)+|(?:[锛銆鈥][^，。\s]?){2,}"
    r"|(?:[ÃÂåæçèé][\x80-¿Œœ‚„…†‡ˆ‰Š‹‘’“”•–—˜™š›Žžƒ€]{1,2}){2,}"
)

_SIGNS = "?？\ufffd锟烫屯锛銆鈥ÃÂåæçèé□"  # one of which each of these has
_LIKELY = re.compile(f"[{_SIGNS}]")
_PLAIN = re.compile(r"[ -&*-/0-9:;<=>]")
_HAN = re.compile(f"[{HAN}]")
_LOST = f"(?<=[{HAN}])□+(?=[{HAN}，。；])"  # in the place of a character that a font did not have
_GARBLED = re.compile(f"(?P<cut>{PLACE})|(?P<misread>{_MISREAD})|{_LOST}")


def garbled(lines: Lines) -> tuple[Lines, Warnings]:
    """The lines with what could be restored, and a warning for each damaged place."""
    if not have(lines, *_SIGNS):
        return lines, ()
    made = list(lines)
    told: list[OutlineWarning] = []
    for at in hits(lines, _LIKELY):
        made[at], warnings = _restored(lines[at])
        told += warnings
    return tuple(made), tuple(told)


def _restored(line: Line) -> tuple[Line, list[OutlineWarning]]:
    """The line as far as it can be restored, and what was damaged in it."""
    text, parts, end = line.text, [""], 0
    told: list[OutlineWarning] = []
    while found := _GARBLED.search(text, end):
        # Behind a place that could not be restored the bytes are still shifted: any answer there would be a guess.
        # A plain sign between the two puts bytes and characters in step again.
        sure = not told or bool(told[-1].restored) or _PLAIN.search(text, end, found.start()) is not None
        place = mended(text, found.start()) if found["cut"] and sure else None
        if place is None or place.start < end:
            place = Mended(max(found.start() - 1, end), found.end(), "")
        stood = text[place.start : place.end]
        told.append(_told(line.number, stood, place.restored, text[place.end : place.end + 1]))
        parts += (text[end : place.start], place.restored or stood)
        end = place.end
    return (line.with_text("".join([*parts, text[end:]])), told) if told else (line, told)


def _told(number: int, stood: str, restored: str, after: str) -> OutlineWarning:
    """The warning of one place, with the character behind it, by which a person finds it in the source."""
    shown = after if _HAN.match(after) else ""
    return OutlineWarning("garbled", number, number, stood + shown, restored=restored + shown if restored else "")
