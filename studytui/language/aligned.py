"""Two rows of tokens laid side by side: which stretches are the same, and what became of the others."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from studytui.language.likeness import common_parts
from studytui.language.moved import Moved, moved


class Fate(StrEnum):
    """What became of a piece of the wanted text."""

    RIGHT = "right"
    MISSING = "missing"
    WRONG = "wrong"
    EXTRA = "extra"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the alignment: its fate and where it stands in the typed and in the wanted tokens."""

    fate: Fate
    typed: tuple[int, int]
    wanted: tuple[int, int]


def aligned(typed: Sequence[str], wanted: Sequence[str]) -> list[Part]:
    """All stretches in the order of the wanted tokens, what was said elsewhere told from what was not said at all."""
    parts = _side_by_side(typed, wanted)
    gaps = [part for part in parts if part.fate is not Fate.RIGHT]
    found = moved(typed, wanted, [p.typed for p in gaps], [p.wanted for p in gaps])
    return [cut for part in parts for cut in ([part] if part.fate is Fate.RIGHT else _cut(part, found))]


def length(part: tuple[int, int]) -> int:
    """How many tokens a stretch has."""
    return part[1] - part[0]


def _side_by_side(typed: Sequence[str], wanted: Sequence[str]) -> list[Part]:
    """Stretches that are the same, and between two of them one stretch that is not."""
    parts: list[Part] = []
    for same, i, j, k, m in common_parts(typed, wanted):
        if not same and parts and parts[-1].fate is not Fate.RIGHT:
            before = parts.pop()
            i, k = before.typed[0], before.wanted[0]
        fate = Fate.RIGHT if same or _joined(typed[i:j]) == _joined(wanted[k:m]) != "" else _different(i, j, k, m)
        parts.append(Part(fate, (i, j), (k, m)))
    return parts


def _joined(words: Sequence[str]) -> str:
    """Words without the blanks between them: ``well known`` is ``wellknown``, but 3 4 is not 34."""
    return "".join(words) if not any(word[0].isdigit() for word in words) else ""


def _different(i: int, j: int, k: int, m: int) -> Fate:
    return Fate.MISSING if i == j else Fate.EXTRA if k == m else Fate.WRONG


def _cut(part: Part, found: Sequence[Moved]) -> list[Part]:
    """A stretch that is not right, without what stands elsewhere on the other side."""
    here = sorted(m for m in found if part.wanted[0] <= m.wanted < part.wanted[1])
    away = sorted((m.typed, m.typed + m.size) for m in found if part.typed[0] <= m.typed < part.typed[1])
    typed = _without(part.typed, away)
    if not here:
        return [Part(_fate(t, w), t, w) for t, w in _paired(typed, [part.wanted] if length(part.wanted) else [])]
    wanted = _without(part.wanted, [(m.wanted, m.wanted + m.size) for m in here])
    rest = [Part(_fate(t, w), t, w) for t, w in _paired(typed, wanted)]
    told = [Part(Fate.MOVED, (m.typed, m.typed + m.size), (m.wanted, m.wanted + m.size)) for m in here]
    return sorted((*rest, *told), key=lambda p: (p.wanted, p.typed))


def _paired(
    typed: list[tuple[int, int]], wanted: list[tuple[int, int]]
) -> Iterable[tuple[tuple[int, int], tuple[int, int]]]:
    """Each stretch of the one with one of the other; what is left over with an empty one."""
    for n in range(max(len(typed), len(wanted))):
        last = wanted[-1][1] if wanted else 0
        end = typed[-1][1] if typed else 0
        yield typed[n] if n < len(typed) else (end, end), wanted[n] if n < len(wanted) else (last, last)


def _fate(typed: tuple[int, int], wanted: tuple[int, int]) -> Fate:
    return _different(*typed, *wanted)


def _without(whole: tuple[int, int], cuts: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    left: list[tuple[int, int]] = []
    at = whole[0]
    for start, end in (*cuts, (whole[1], whole[1])):
        if start > at:
            left.append((at, start))
        at = end
    return left
