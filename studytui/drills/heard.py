"""Which point was meant by what was typed, when all points of a heading are recited."""

from collections.abc import Sequence

from studytui.drills import typed
from studytui.drills.recite import Recital, Said
from studytui.language.compare import compare
from studytui.language.script import comparable
from studytui.language.strokes import Stroke, is_begun

MEANT = 0.5
"""So much of a point must be in what was typed for it to be meant."""
LETTERS = 2
"""By so many first letters a point can be told from the others."""


def heard(recital: Recital, text: str, hows: tuple[typed.How, ...] = (), cues: int = 0) -> Said:
    """Match what was typed with the point that it comes nearest to, of this heading or of another one.

    Args:
        recital: What is asked and was said so far.
        text: What was typed: characters, full pinyin or initials.
        hows: How the answer for each point is taken; by default word for word.
        cues: How many cues were given for it.
    """
    best: tuple[float, bool, int] = (0.0, False, -1)
    for i in recital.left:
        line = recital.points[i].line
        given = typed.answered(line.text, text, hows[i] if hows else typed.How(), line.marker)
        best = max(best, (1.0 if given.right else given.comparison.share, given.right, -i - 1))
    share, right, where = best
    stray = _stray(recital, text) if not right else None
    if stray is not None and stray[0] > max(share, MEANT):
        return Said(None, False, cues, stray[1], text)
    if share < MEANT:
        return Said(None, False, cues, None, text)
    return Said(-where - 1, right, cues, None, text, round(share, 3))


def begun(recital: Recital, letters: str, spelled: Sequence[Sequence[Stroke]]) -> tuple[int, ...]:
    """The points that are left of which some first letters are the beginning.

    Args:
        recital: What is asked and was said so far.
        letters: The first letters that were typed; one alone says too little.
        spelled: How each point is spelled.
    """
    if len(letters) < LETTERS:
        return ()
    return tuple(i for i in recital.left if is_begun(letters, spelled[i]))


def _stray(recital: Recital, text: str) -> tuple[float, int] | None:
    """The point of another section that was said, and how much of it."""
    if not comparable(text):
        return None
    shares = ((compare(text, other).share, -node) for node, other in recital.elsewhere)
    share, node = max(shares, default=(0.0, 0))
    return (share, -node) if share > 0 else None
