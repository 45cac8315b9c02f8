"""Text that was damaged on its way: put together again where there is one answer, else told with its place."""

import re

from studytui.language.script import HAN
from studytui.outline.cuts import PLACE, READING, Mended, mended
from studytui.outline.lines import Line, Lines, Warnings, have, hits, warnings_of_runs
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
_UNREAD = rf"(?:\ufffd(?![(（]?{READING}[)）]))+"  # bytes that are no character
_GARBLED = re.compile(f"(?P<cut>{PLACE})|(?P<misread>{_MISREAD})|{_LOST}|{_UNREAD}")
_MUCH = 0.2  # share of its signs from which a line was read in the wrong encoding, so that none of its words is sure


def garbled(lines: Lines) -> tuple[Lines, Warnings]:
    """The lines with what could be restored, and a warning for each damaged place or line that could not be read."""
    if not have(lines, *_SIGNS):
        return lines, ()
    made = list(lines)
    told: list[OutlineWarning] = []
    unread: list[tuple[int, str]] = []
    for at in hits(lines, _LIKELY):
        if lines[at].text.count("\ufffd") > _MUCH * len(lines[at].text):
            unread.append((lines[at].number, lines[at].text[:40]))
            continue
        made[at], warnings = _restored(lines[at])
        told += warnings
    return tuple(made), (*told, *warnings_of_runs("encoding", unread))


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
    if not told:
        return line, told
    whole = "".join([*parts, text[end:]])
    return line._replace(text=whole) if line.literal else line.with_text(whole), told


def _told(number: int, stood: str, restored: str, after: str) -> OutlineWarning:
    """The warning of one place, with the character behind it, by which a person finds it in the source."""
    shown = after if _HAN.match(after) else ""
    return OutlineWarning("garbled", number, number, stood + shown, restored=restored + shown if restored else "")
