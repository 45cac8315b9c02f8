"""How the number that a program shows before a paragraph is written before it, so that it reads as typed by hand."""

from typing import Final

from studytui.outline.candidates import at_start

_CLOSED: Final = "、，：；）】〕。．①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉"
"""What ends a number so plainly that the text may follow at once."""
_SET_OFF: Final = "，,、：:."


def put_before(marker: str, text: str, *, spaced: bool = True, bullet: bool = False) -> str:
    """What is to stand before a text: the marker, and a blank where they would run into each other.

    Args:
        marker: The number or bullet; empty for none.
        text: The text.
        spaced: White space stands between them.
        bullet: It is a bullet, which is nothing to a text that begins with a number of its own.
    """
    text = text.strip()
    if not marker or not text or (bullet and _is_numbered(text)):
        return ""
    closed = marker[-1] in _CLOSED or (marker[-1] in ".)" and not spaced and not text[0].isdecimal())
    return marker if closed else f"{marker} "


def _is_numbered(text: str) -> bool:
    """Whether a text has a number of its own; 第一个要点 has none."""
    mark = at_start(text)
    return mark is not None and (mark.family.name != "di" or mark.marker[-1] in _SET_OFF)
