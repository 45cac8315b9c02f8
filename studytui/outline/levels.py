"""How deep each marker lies: the document itself shows which family encloses which."""

from collections.abc import Sequence

from studytui.outline.captions import BOLD, CAPTIONS
from studytui.outline.nesting import Nesting, Placed, nesting
from studytui.outline.numbering import RANK, UNITS, Mark

_WORDS = ("di", "qi", "seq", "particle", "first", "one")
"""Families that no document is divided by; as what stands in mid-paragraph, they stand inside a caption."""


def depths(marks: Sequence[Placed]) -> list[int]:
    """For each marker its depth, 1 for the outermost."""
    shown = nesting(marks)
    open_: list[Placed] = []
    found: list[int] = []
    seen: set[str] = set()
    head = 0  # depth of the marker that the paragraph begins with: what stands inside lies below it
    top, indent = "", -1  # key of the marker before, where it begins a paragraph, and how far that is indented
    for index, placed in enumerate(marks):
        mark = placed.mark
        begins = not mark.inline
        if begins and mark.key == top and placed.indent == indent:  # as most are
            open_[-1] = placed
            found.append(head)
            continue
        top, indent = (mark.key if begins else ""), placed.indent
        if begins and mark.ordinal != 1 and (known := _counted_on(placed, open_)):
            del open_[known:]
            open_[-1] = placed
            head = known
            found.append(head)
            continue
        floor = 0 if begins else _floor(placed, open_, head, marks[index - 1], shown)
        if mark.ordinal == 1 and (_begins_inside(placed, open_, shown) or _hangs_below(placed, open_, seen, shown)):
            floor = len(open_)
        seen.add(mark.key)
        depth = _depth(placed, open_, floor, shown)
        del open_[depth - 1 :]
        open_.append(placed)
        found.append(depth)
        head = depth if begins else head
    return found


def _counted_on(placed: Placed, open_: list[Placed]) -> int:
    """Depth of the list that a marker goes on with by its number alone; 0 for none."""
    key, ordinal = placed.mark.key, placed.mark.ordinal
    if ordinal is None:
        return 0
    alike = [depth for depth, other in enumerate(open_, 1) if other.mark.key == key]
    return alike[0] if len(alike) == 1 and open_[alike[0] - 1].mark.ordinal == ordinal - 1 else 0


def _hangs_below(placed: Placed, open_: list[Placed], seen: set[str], shown: Nesting) -> bool:
    """Whether the first point of a family never seen before stands inside the outermost point that is open.

    The outermost family of a document, A. or Part, has shown that it encloses others.
    """
    if len(open_) != 1 or placed.mark.key in seen or placed.mark.inline:
        return False
    top = open_[0].mark
    outermost = top.family.name in ("capital", "roman", "named", "formal") and placed.mark.family.name not in UNITS
    return outermost and any(times and one == top.key for (one, _), times in shown.encloses.items())


def _begins_inside(placed: Placed, open_: list[Placed], shown: Nesting) -> bool:
    """Whether a list that begins here stands inside the innermost open point, since that one's own list goes on."""
    mark = placed.mark
    if not open_ or id(open_[-1]) not in shown.continued:
        return False
    top = open_[-1].mark
    if mark.inline or mark.key[0] == "#" or mark.family.name == "bullet" or top.key == mark.key:
        return False
    both_units = mark.family.name in UNITS and top.family.name in UNITS
    return not both_units and top.family.name != "article"  # articles are counted through all chapters


def _floor(placed: Placed, open_: list[Placed], head: int, before: Placed, shown: Nesting) -> int:
    """How many of the open markers an inline one cannot close."""
    same = before.paragraph == placed.paragraph and 1 <= head <= len(open_)
    begins_here = same and open_[head - 1].paragraph == placed.paragraph and not open_[head - 1].mark.inline
    if not begins_here:
        return 0
    above = open_[head - 1]
    own_list = placed.mark.ordinal == 1 and id(above) in shown.counted  # 一是 …：一是 …；二是 …
    return head if own_list or not _kin(above.mark, placed.mark) else 0


def _depth(placed: Placed, open_: list[Placed], floor: int, shown: Nesting) -> int:
    depth = len(open_)
    if depth == floor:
        return depth + 1
    if known := _sibling(placed, open_, floor):
        return known
    while depth > floor and _outside(placed, open_[depth - 1], shown.encloses):
        depth -= 1
    return depth + 1


def _sibling(placed: Placed, open_: list[Placed], floor: int) -> int:
    """Depth at which a run of the marker's family, or of its kin where that counts on, is open; 0 for none."""
    mark = placed.mark
    alike = [depth for depth in range(len(open_), floor, -1) if open_[depth - 1].mark.key == mark.key]
    if len(alike) > 1 and (nested := _nested(placed, open_, alike)):
        return nested
    if not alike and not mark.family.kin:
        return 0
    led = mark.ordinal and any((open_[depth - 1].mark.ordinal or 0) == mark.ordinal - 1 for depth in alike)
    same = len(open_) if led else 0  # then kin of another look is not meant
    for depth in range(len(open_), floor, -1):
        other = open_[depth - 1]
        if other.mark.key == mark.key:
            if mark.ordinal is None and placed.indent < other.indent:
                continue
            deeper = placed.indent > other.indent and not mark.inline and not other.mark.inline
            if deeper and mark.ordinal in (1, None) and (depth == len(open_)):
                return 0
            return depth
        if depth > same and _kin(other.mark, mark) and mark.ordinal and other.mark.ordinal == mark.ordinal - 1:
            return depth
    return 0


def _nested(placed: Placed, open_: list[Placed], alike: list[int]) -> int:
    """Depth of the list that a marker goes on with, of those of its family that stand inside each other; 0 for none.

    It is the one that the number counts on from, and of those the one whose points begin paragraphs, indented alike.
    """
    mark = placed.mark
    if mark.ordinal in (1, None) or mark.inline:
        return 0
    led = [depth for depth in alike if (open_[depth - 1].mark.ordinal or 0) == (mark.ordinal or 0) - 1]
    places = ((open_[depth - 1].mark.inline, abs(open_[depth - 1].indent - placed.indent), -depth) for depth in led)
    return -min(places, default=(False, 0, 0))[2]


def _kin(one: Mark, other: Mark) -> bool:
    return one.key == other.key or (bool(one.family.kin) and one.family.kin == other.family.kin)


def _outside(placed: Placed, top: Placed, encloses: dict[tuple[str, str], int]) -> bool:
    """Whether a marker closes the open one, because its family is not found inside the other's."""
    mark, other = placed.mark, top.mark
    if other.inline and not mark.inline:
        return True
    if mark.key[0] == "#" or other.key[0] == "#":
        return mark.key[0] == "#" and (other.key[0] != "#" or other.key >= mark.key)
    if mark.key in CAPTIONS or other.key in CAPTIONS:
        return _closes(mark, other, encloses)
    if other.family.name == "bullet":
        return placed.indent <= top.indent - 2 or (mark.family.name != "bullet" and placed.indent < top.indent + 2)
    if mark.family.name == "bullet":
        return placed.indent < top.indent
    if mark.family.name in UNITS and other.family.name in UNITS:
        return RANK[mark.family.name] < RANK[other.family.name]
    for_, against = encloses[mark.key, other.key], encloses[other.key, mark.key]
    if for_ != against:
        return for_ > against
    if other.family.inline and other.family.runs and mark.family.name not in UNITS:
        return False
    return RANK[mark.family.name] < RANK[other.family.name]


def _closes(mark: Mark, other: Mark, encloses: dict[tuple[str, str], int]) -> bool:
    """Whether a marker closes the open one, where one of them is a caption: bullets and what it heads stand inside."""
    for_, against = encloses[mark.key, other.key], encloses[other.key, mark.key]
    if mark.key not in CAPTIONS:
        if for_ == against and other.key != BOLD and (mark.inline or mark.family.name in _WORDS):
            return False
        return mark.ordinal is not None and (for_ > against or not against)
    if other.key in CAPTIONS:
        return CAPTIONS.index(mark.key) < CAPTIONS.index(other.key)
    return for_ >= against
