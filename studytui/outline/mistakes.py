"""Numbers that do not count on: told, and kept as the author wrote them."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from studytui.outline.drafts import Draft
from studytui.outline.lines import Warnings
from studytui.outline.tree import Node, OutlineWarning

_LINE = 30  # characters of a date or a name that stands above or below an outline
_LINE_IN_LATIN = 60
_NOTE = re.compile(
    r"(?:date|time|venue|place|room|chair|present|apologies|location|next (?:meeting|session))\s*:\s"
    r"|please (?:send|bring|read|reply|submit|confirm|return)\b[^.!?]*[.!]?$",
    re.IGNORECASE,
)
_NUMERALS = re.compile("(?P<d>[0-9]+)|(?P<n>[一二三四五六七八九十百零〇廿卅]+)|(?P<a>[A-Za-z]+)")


def numbering_mistakes(families: Iterable[Sequence[Draft]]) -> Warnings:
    """One warning for each number that is missing, repeated or out of order, given all that have one parent each."""
    told: list[OutlineWarning] = []
    counted: dict[str, int] = {}  # of each kind of marker the last number, for those that count on from part to part
    for siblings in families:
        if [draft.mark.ordinal for draft in siblings] == [*range(1, len(siblings) + 1)]:  # as nearly all are
            if siblings:
                counted[_kind(siblings[0].mark.marker)] = len(siblings)
            continue
        for run in _runs(siblings):
            kind = _kind(run[0].mark.marker)
            told += _mistakes(run, counted.get(kind, 0))
            counted[kind] = run[-1].mark.ordinal or 0
    return tuple(told)


def outline_only(nodes: Sequence[Node], around: Sequence[str]) -> Warnings:
    """A warning where a document is a list of points without any text, given what stands around them."""
    spoken = any(_is_spoken(text) for text in around)
    if not nodes or spoken or any(node.body or node.tail for node in nodes):
        return ()
    return (OutlineWarning("outline_only", nodes[0].line, nodes[-1].line),)


def _is_spoken(text: str) -> bool:
    """Whether a line around an outline says something; a note to those who meet is none, nor are labels in a row."""
    if text.isascii():
        return _NOTE.match(text) is None and (len(text) > _LINE_IN_LATIN or text[-1] in ":.!?")
    return len(text) > _LINE or text[-1] in "。：:.!！"


def _runs(siblings: Sequence[Draft]) -> list[list[Draft]]:
    """Siblings of one group that count on from each other; another kind of marker at 1 begins another list."""
    runs: list[list[Draft]] = []
    for draft in siblings:
        if draft.mark.ordinal is None:
            continue
        last = runs[-1][-1] if runs else None
        other = last and draft.mark.ordinal == 1 and _kind(draft.mark.marker) != _kind(last.mark.marker)
        if last is None or other or draft.group != last.group:
            runs.append([])
        runs[-1].append(draft)
    return runs


@lru_cache(maxsize=4096)
def _kind(marker: str) -> str:
    """A marker with a sign for what its number is written in: 第n章, (d), n是."""
    return _NUMERALS.sub(lambda found: found.lastgroup or "", unicodedata.normalize("NFKC", marker))


def _mistakes(run: Sequence[Draft], counted: int) -> Iterator[OutlineWarning]:
    numbers = {draft.mark.ordinal for draft in run}
    highest = counted if run[0].mark.ordinal == counted + 1 else 0
    before = highest
    for place, draft in enumerate(run):
        ordinal = draft.mark.ordinal or 0
        repeated = ordinal == before
        early = ordinal > highest + 1 and highest + 1 in numbers and place > 0  # its turn comes only later
        missing = ordinal > highest + 1 and not early
        if repeated or early or missing:
            late = (other.line for other in run[place:] if early and other.mark.ordinal == highest + 1)
            to = max(next(late, draft.line), draft.line)
            yield OutlineWarning("numbering", draft.line, to, detail=f"{draft.mark.marker}{draft.text}"[:40])
        highest, before = max(highest, ordinal), ordinal
