"""Which of the candidates are markers: a number counts as one when the document counts on from it."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from studytui.language.script import letters
from studytui.outline.candidates import LIKELY, inside, is_amount, is_counting
from studytui.outline.last_points import COUNTED_ON, with_last_points
from studytui.outline.lines import Lines, hits
from studytui.outline.numbering import Mark, Marks
from studytui.outline.roman import told_apart
from studytui.outline.sequels import with_sequels

_Candidate = tuple[int, Mark]  # paragraph, and the marker that stands in it, or may
_Place = tuple[int, int]  # paragraph, and where in it a marker begins

_NONE = -1  # which is no number of a point
_DEEPEST = 6  # lists of one family inside each other
_FAR = 200  # a number so high that nothing leads up to it is a year or an amount
_LONG = 40
_SHORT = 24
_SKIPPED = 3
_STOP = re.compile("[。！？；]")
_ENTRY = 120
_FEWEST = 2  # points of a list that show how its others stand
_LEFT_OUT = 2
_WORDS = ("particle", "di")
_NUMERAL = re.compile("[\\d一二三四五六七八九十]+")
_REACH = 15  # paragraphs within which a run that began in mid-paragraph goes on at the start of another


def marks_of(lines: Lines, announced: Mapping[str, Sequence[str]] | None = None) -> list[Marks]:
    """For each paragraph the markers in it, in order.

    Args:
        lines: The paragraphs.
        announced: By marker the letters of headings that a contents list has: what is announced needs no run.
    """
    found, sure, within = _candidates(lines)
    if announced:
        told = ((at, mark) for at, marks in enumerate(found) for mark in marks)
        sure.update((at, mark.start) for at, mark in told if _is_announced(mark, lines[at].text, announced))
    streams = _streams(found)
    taken = _across(lines, found, sure, streams, within)
    if any(stream[0][1].family.name in COUNTED_ON for stream in streams.values()):
        return with_last_points(lines, found, taken)
    return taken


def _candidates(lines: Lines) -> tuple[list[Marks], set[_Place], set[str]]:
    """All that may be markers, where those in runs inside one paragraph stand, and the keys of what is inside one."""
    begun = with_sequels(lines, told_apart([line.mark for line in lines]))
    found: list[Marks] = [(first,) if first else () for first in begun]
    sure: set[_Place] = set()
    within: set[str] = set()
    outer = next((mark for mark in begun if mark), None)
    heads = {outer.key} if outer and outer.family.name == "cn" else set()
    for at in hits(lines, *LIKELY):  # most lines have nothing inside
        if lines[at].literal:
            continue
        first = begun[at]
        marks = [*found[at], *inside(lines[at].text, first.end if first else 0)]
        if len(marks) > 1:
            marks = _without_told(marks, heads)
            sure.update((at, start) for start in _chained(marks))
        found[at] = tuple(marks)
        within.update(mark.key for mark in marks if mark.inline)
    return found, sure, within


def _is_announced(mark: Mark, text: str, announced: Mapping[str, Sequence[str]]) -> bool:
    entries = announced.get(mark.marker)
    if not entries:
        return False
    following = letters(text[mark.end : mark.end + _ENTRY])
    return any(entry and following.startswith(entry) for entry in entries)


def _without_told(marks: list[Mark], heads: set[str]) -> list[Mark]:
    """The markers of a paragraph without a list of somebody else's that is told in it.

    Such a list counts from 1 in mid-paragraph, in the family that heads the sections of this document.
    """
    told = {mark.key for mark in marks if mark.inline and mark.ordinal == 1} & heads if heads else heads
    return [mark for mark in marks if not (mark.inline and mark.key in told)] if told else marks


def _chained(marks: Sequence[Mark]) -> set[int]:
    """Where those of the marks begin that make up runs inside one paragraph: 1, 2, … of one family, at least two."""
    taken: set[int] = set()
    chains: dict[str, list[Mark]] = {}
    for mark in marks:
        chain = chains.get(mark.key, [])
        last = chain[-1].ordinal if chain else None
        goes_on = mark.ordinal is not None and last is not None and mark.ordinal - 1 == last
        skips = mark.family.name == "seq" and last is not None and (mark.ordinal or 0) > last  # 首先, 再次
        if goes_on or skips or _slips(mark, chain):
            chain.append(mark)
            taken.update(each.start for each in chain)
        elif mark.ordinal == 1 or not mark.inline:
            chains[mark.key] = [mark]
    return taken


def _slips(mark: Mark, chain: Sequence[Mark]) -> bool:
    """Whether a number is the last one again or leaves one out, and stands like those of the list before it."""
    able = len(chain) >= _FEWEST and mark.inline and mark.strong and chain[-1].strong
    return able and _is_near(mark, chain[-1])


def _is_near(mark: Mark, before: Mark) -> bool:
    """Whether a marker that looks like the one before it has the same number, or leaves one out."""
    steps = (mark.ordinal or 0) - (before.ordinal or 0)
    if steps != _LEFT_OUT and not (steps == 0 and mark.family.name in _WORDS):
        return False
    return _NUMERAL.sub("", mark.marker) == _NUMERAL.sub("", before.marker)


def _streams(found: list[Marks]) -> dict[str, list[_Candidate]]:
    """All candidates in order, those of each family by themselves."""
    streams: defaultdict[str, list[_Candidate]] = defaultdict(list)
    for paragraph, marks in enumerate(found):
        for mark in marks:
            streams[mark.key].append((paragraph, mark))
    return streams


def _across(
    lines: Lines, found: list[Marks], sure: set[_Place], streams: Mapping[str, list[_Candidate]], within: set[str]
) -> list[Marks]:
    """Add to the runs inside paragraphs what counts on from one paragraph to another."""
    refused: set[_Place] = set()
    for key, stream in streams.items():
        begins = [here for here in stream if not here[1].inline] if key in within else []
        if begins:  # 一是 … 二是 … of whole paragraphs come first, whatever runs stand inside them
            out = {*_refused(begins, lines, sure)}
            sure.update(place for at, mark in begins if (place := (at, mark.start)) not in out)
        refused.update(_refused(stream, lines, sure))
    taken = found.copy()
    for at, _ in refused:
        taken[at] = tuple(mark for mark in found[at] if (at, mark.start) not in refused)
    return taken


def _refused(stream: list[_Candidate], lines: Lines, sure: set[_Place]) -> Iterator[_Place]:
    """Walk through all candidates of one family in order, and leave out those that do not belong."""
    before: _Candidate | None = None  # the last one taken
    due = _NONE  # the number that plainly comes next
    open_: list[int] = []  # the last numbers of this run and of those that it stands inside
    following: Iterator[_Candidate | None] = chain(stream[1:], (None,))
    for here, after in zip(stream, following, strict=True):
        paragraph, mark = here
        ordinal = mark.ordinal
        plain = ordinal == due or (ordinal == 1 and not mark.family.runs)  # as most are
        if not plain or mark.inline or mark.marker[-1] == "、":
            known = sure and (paragraph, mark.start) in sure
            if not (known or _belongs(here, lines[paragraph].text, before, after, open_)):
                yield paragraph, mark.start
                continue
        before, due = here, ordinal + 1 if ordinal else _NONE
        if open_ and open_[-1] + 1 == ordinal:
            open_[-1] = ordinal
        else:
            _follow(open_, ordinal or 0)


def _follow(open_: list[int], ordinal: int) -> None:
    """Go on with the run that a number counts on from; any other number begins one."""
    while open_ and open_[-1] != ordinal - 1 and ordinal - 1 in open_[-_DEEPEST:]:
        open_.pop()
    if open_ and open_[-1] == ordinal - 1:
        open_[-1] = ordinal
    else:
        open_.append(ordinal)
    del open_[:-_DEEPEST]


def _belongs(
    here: _Candidate, text: str, before: _Candidate | None, after: _Candidate | None, open_: list[int]
) -> bool:
    """Whether a candidate that no run in its own paragraph takes in is a marker all the same."""
    paragraph, mark = here
    if mark.ordinal is None:
        return mark.family.name == "bullet"
    led = before is not None and (before[1].ordinal or 0) == mark.ordinal - 1
    goes_on = after is not None and after[1].ordinal == mark.ordinal + 1
    if mark.inline:
        near_after = goes_on and after is not None and not after[1].inline and after[0] - paragraph <= _REACH
        near_before = led and before is not None and paragraph - before[0] <= _REACH and mark.ordinal > 1
        return (mark.ordinal == 1 and near_after) or (near_before and mark.strong)
    led = led or (mark.ordinal > 1 and mark.ordinal - 1 in open_)
    if is_counting(text, mark):
        return led and len(text) <= _LONG and not (is_amount(text, mark) and text.endswith("。"))
    if mark.family.name.startswith("decimal"):
        return mark.ordinal == 1 or led or goes_on or (before is not None and _skips(mark, text, before[1]))
    if mark.family.runs:
        return (led and mark.ordinal > 1) or goes_on or (before is not None and _is_slipped(here, before))
    if led or goes_on or mark.ordinal == 1 or (mark.ordinal < _FAR and len(text) <= _LONG):
        return True
    return before is not None and _is_slip(mark, text, before[1])


def _skips(mark: Mark, text: str, before: Mark) -> bool:
    """Whether a decimal with a heading behind it leaves out some numbers of the section that the one before is of."""
    section, other = (re.split("[.．]", each.marker.strip(".．、"))[:-1] for each in (mark, before))
    heading = len(text) <= _LONG and _STOP.search(text) is None
    return section == other and heading and 0 < (mark.ordinal or 0) - (before.ordinal or 0) <= _SKIPPED


def _is_slip(mark: Mark, text: str, before: Mark) -> bool:
    """Whether a number is the author's slip, the last one again or one left out, before a heading that text follows."""
    near = (mark.ordinal or 0) - (before.ordinal or 0) in (0, 2)
    head = _STOP.search(text, mark.end)
    return near and not before.inline and head is not None and mark.end + 2 < head.start() <= mark.end + _SHORT


def _is_slipped(here: _Candidate, before: _Candidate) -> bool:
    """Whether 四是 begins a paragraph where 一是 and 二是 began others."""
    (paragraph, mark), (place, last) = here, before
    counted = mark.family.name in _WORDS and not last.inline and (last.ordinal or 0) >= _FEWEST
    return counted and paragraph - place <= _REACH and _is_near(mark, last)
