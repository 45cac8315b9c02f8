"""A recital under way: where the person is, what is typed of a point, what was shown; each step makes another one."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import reduce
from typing import Final

from studytui.drills import initials, recall, recite, typed
from studytui.drills.heard import begun, heard
from studytui.drills.initials import Typing
from studytui.drills.recite import Recital, Said
from studytui.language.strokes import Stroke

_NOTHING: Final = Typing(())


@dataclass(frozen=True, slots=True)
class Saying:
    """A recital under way.

    Attributes:
        recital: What is asked and what was said so far.
        spelled: How each point is spelled; empty for one that nobody has looked up.
        hows: How a typed answer for each point is taken.
        cues: How many cues were given for each point by its beginnings.
        seen: How many characters of each point were shown while it was typed, before it was left for another one.
        here: The point that comes now, or that the cursor is on.
        typing: How far that point is typed by its first letters.
        letters: The keys that were pressed for it.
        looked: Whether all points are shown, to be ticked.
        over: Whether the person has said all that they can.
    """

    recital: Recital
    spelled: tuple[tuple[Stroke, ...], ...]
    hows: tuple[typed.How, ...]
    cues: tuple[int, ...]
    seen: tuple[int, ...]
    here: int = 0
    typing: Typing = _NOTHING
    letters: str = ""
    looked: bool = False
    over: bool = False

    @property
    def by_letters(self) -> bool:
        """Whether every point can be said by its first letters."""
        return all(self.spelled)

    def helped(self, point: int) -> int:
        """How many cues of any kind a point has had so far."""
        return self.cues[point] + self.seen[point] + (self.typing.shown if point == self.here else 0)


def begin(recital: Recital, spelled: Sequence[tuple[Stroke, ...]], hows: Sequence[typed.How]) -> Saying:
    """Nothing said yet; the first point comes now."""
    none = (0,) * len(recital.points)
    return go(Saying(recital, tuple(spelled), tuple(hows), none, none), 0)


def go(saying: Saying, point: int) -> Saying:
    """Another point; what was typed of the one before is forgotten, but not what was shown of it."""
    seen = list(saying.seen)
    seen[saying.here] += saying.typing.shown
    return replace(saying, here=point, seen=tuple(seen), typing=initials.begin(saying.spelled[point]), letters="")


def move(saying: Saying, points: int) -> Saying:
    """So many points on among those that are left."""
    left = saying.recital.left
    if not left:
        return saying
    at = left.index(saying.here) if saying.here in left else 0
    return go(saying, left[(at + points) % len(left)])


def press(saying: Saying, key: str) -> Saying:
    """One first letter. Where the letters so far begin another point that is left, that one is meant."""
    typing = initials.press(saying.typing, key)
    letters = saying.letters + key
    if typing.last == "shown" and not saying.typing.shown:
        others = begun(saying.recital, letters, saying.spelled)
        if len(others) == 1:
            return reduce(press, letters, go(saying, others[0]))
        if others:  # the next letter will tell which one is meant
            return replace(saying, typing=replace(saying.typing, key=key, slips=typing.slips), letters=letters)
    return _typed(replace(saying, typing=typing, letters=letters))


def cue(saying: Saying, *, by_letters: bool) -> Saying:
    """One more cue for the point that comes now: a character of it where it is typed, else more of its beginnings."""
    if saying.here not in saying.recital.left:
        return saying
    if by_letters:
        return _typed(replace(saying, typing=initials.cue(saying.typing)))
    given = list(saying.cues)
    given[saying.here] = min(given[saying.here] + 1, len(hints(saying, saying.here)))
    return replace(saying, cues=tuple(given))


def hints(saying: Saying, point: int) -> tuple[str, ...]:
    """Ever more of a point."""
    return recall.hints(saying.recital.points[point].line.text)


def look(saying: Saying) -> Saying:
    """All were said aloud: show them, to be ticked from the first that is left."""
    return replace(go(saying, next(iter(saying.recital.left), 0)), looked=True)


def back(saying: Saying, before: Saying) -> Saying:
    """Back to what was before; but what was looked at has been seen."""
    return replace(before, looked=saying.looked)


def leave(saying: Saying) -> Saying:
    """Go on to the next point; what was begun is wrong, what was not is missing. After the last one it is over."""
    if saying.here in saying.recital.left and (saying.typing.at or saying.typing.shown):
        score = round((saying.typing.at - saying.typing.shown) / len(saying.typing.strokes), 3)
        saying = _say(saying, Said(saying.here, False, saying.helped(saying.here), score=score))
    following = next((i for i in saying.recital.left if i > saying.here), None)
    return replace(saying, over=True) if following is None else go(saying, following)


def hear(saying: Saying, text: str) -> Saying:
    """A whole point was typed, whichever it is."""
    said = heard(saying.recital, text, saying.hows)
    if said.point is None:
        return _say(saying, said)
    return _on(_say(saying, replace(said, cues=saying.helped(said.point))), said.point)


def tick(saying: Saying, point: int) -> Saying:
    """A point was said aloud."""
    if point not in saying.recital.left:
        return saying
    ticked = replace(saying, recital=recite.tick(saying.recital, point, saying.helped(point)))
    return _on(ticked, point)


def end(saying: Saying) -> Saying:
    """Nothing more is said."""
    return replace(saying, over=True)


def _typed(saying: Saying) -> Saying:
    """Once a point is all shown it is said, and the next one comes."""
    typing = saying.typing
    if not typing.done or saying.here not in saying.recital.left:
        return saying
    score = round((typing.at - typing.shown) / max(1, len(typing.strokes)), 3)
    said = Said(saying.here, typing.right, saying.helped(saying.here), score=score)
    return _on(_say(saying, said), saying.here)


def _say(saying: Saying, said: Said) -> Saying:
    return replace(saying, recital=recite.say(saying.recital, said))


def _on(saying: Saying, point: int) -> Saying:
    """The next point that is left, the first one after the last; when none is, it is over."""
    left = saying.recital.left
    following = next((i for i in left if i > point), left[0] if left else None)
    return replace(saying, over=True) if following is None else go(saying, following)
