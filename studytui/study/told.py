"""The warnings of an outline as sentences."""

from typing import Final

from studytui.messages import Message, message
from studytui.outline.tree import OutlineWarning

EXCERPT = 24
UNDOABLE: Final = frozenset(
    ("gap", "truncated", "garbled", "annotation", "advert", "wrapped", "duplicate", "html", "blanks")
)
"""Kinds of repairs that the person may not want: the text stays there as it is in the source."""


def told(warning: OutlineWarning) -> Message:
    """A warning as a sentence that begins with its line."""
    where = _where(warning)
    what = _what(warning)
    if where is None:
        return what
    return message("{where}: {what}", where=where, what=what)


def _where(warning: OutlineWarning) -> Message | None:
    if not warning.line:
        return None
    if warning.to > warning.line:
        return message("lines {line}-{to}", line=warning.line, to=warning.to)
    return message("line {line}", line=warning.line)


def _what(warning: OutlineWarning) -> Message:
    detail = _excerpt(warning.detail)
    if warning.kind == "gap" and warning.chars:
        return message("{n} character was left out here", plural="{n} characters were left out here", n=warning.chars)
    if warning.kind == "truncated" and warning.total and warning.shown:
        return message(
            "the page breaks off: {shown} of {total} characters are shown", shown=warning.shown, total=warning.total
        )
    if warning.restored:
        return message(
            "garbled “{detail}” was read as “{restored}”; please check",
            detail=detail,
            restored=_excerpt(warning.restored),
        )
    if warning.kind in ("annotation", "wrapped") and warning.count:
        known = _COUNTED[warning.kind]
        return message(known.id, known.plural, n=warning.count)
    return message(_KINDS[warning.kind].id if warning.kind in _KINDS else "{detail}", detail=detail)


def _excerpt(text: str) -> str:
    return text if len(text) <= EXCERPT else text[:EXCERPT] + "…"


_COUNTED = {
    "annotation": message(
        "{n} pinyin annotation in brackets was taken out", plural="{n} pinyin annotations in brackets were taken out"
    ),
    "wrapped": message("{n} broken line was joined", plural="{n} broken lines were joined"),
}
_KINDS = {
    "gap": message("text was left out here: {detail}"),
    "truncated": message("the text breaks off here: {detail}"),
    "numbering": message("the numbering is odd, and was kept as it is: {detail}"),
    "garbled": message("garbled, to be checked: {detail}"),
    "annotation": message("pinyin in brackets was taken out"),
    "advert": message("not part of the speech, left out: {detail}"),
    "wrapped": message("broken lines were joined"),
    "duplicate": message("stands twice, taken once: {detail}"),
    "encoding": message("characters that could not be read: {detail}"),
    "outline_only": message("only the contents list is there, no text"),
    "html": message("remains of HTML were taken out"),
    "blanks": message("stray blanks were taken out"),
    "invisible": message("signs that cannot be seen were taken out"),
}
