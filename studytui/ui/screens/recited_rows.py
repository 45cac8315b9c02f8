"""The rows of a recital: what was said in its place, the point that is typed now, and nothing of the others."""

from collections.abc import Mapping

from studytui.catalogue import Catalogue
from studytui.drills import recite
from studytui.drills.recite import Fate
from studytui.drills.saying import Saying, hints
from studytui.drills.signs import FATES
from studytui.ui.widgets.ratings import RATINGS
from studytui.ui.widgets.recital import Row

LOOKS = {Fate.RIGHT: "$success", Fate.MOVED: "$warning"}
"""How what became of a point looks; all else looks wrong."""


def open_rows(saying: Saying, say: Catalogue, *, by_letters: bool) -> list[Row]:
    """The rows while points are said.

    Args:
        saying: The recital.
        say: Says words in the person's language.
        by_letters: Whether the point under the cursor is typed in its row.
    """
    recital = saying.recital
    fates = recite.fates(recital)
    found: list[Row] = []
    for i, point in enumerate(recital.points):
        if i not in recital.left:
            note, style = _fate(saying, i, fates[i], say)
            found.append(Row(point.line.marker, point.line.text, note, style))
        elif by_letters and i == saying.here:
            found.append(Row(point.line.marker, typing=saying.typing))
        elif saying.looked:
            found.append(Row(point.line.marker, point.line.text))
        else:
            cues = saying.cues[i]
            found.append(Row(point.line.marker, hints(saying, i)[cues - 1] if cues else ""))
    return found


def marked_rows(saying: Saying, ratings: Mapping[str, int], say: Catalogue) -> list[Row]:
    """The rows once all is marked, with the ratings of the points, and of all together.

    Args:
        saying: The recital.
        ratings: What counts for each card.
        say: Says words in the person's language.
    """
    recital = saying.recital
    found: list[Row] = []
    for i, (point, fate) in enumerate(zip(recital.points, recite.fates(recital), strict=True)):
        note, style = _fate(saying, i, fate, say)
        found.append(Row(point.line.marker, point.line.text, _rated(note, ratings.get(point.card), say), style))
    whole = _rated("", ratings.get(recital.card.id), say)
    return [*found, Row("", say("all of it together"), whole, "$text-muted")]


def _fate(saying: Saying, point: int, fate: Fate, say: Catalogue) -> tuple[str, str]:
    said = next((one for one in saying.recital.said if one.point == point), None)
    word = say.say(FATES[fate])
    if said is not None and said.cues:
        word = say("{fate}, {n} cue", plural="{fate}, {n} cues", fate=word, n=said.cues)
    return word, LOOKS.get(fate, "$error")


def _rated(note: str, rating: int | None, say: Catalogue) -> str:
    rated = "" if rating is None else f"{rating} {say.say(RATINGS[rating - 1])}"
    return "   ".join(filter(None, (note, rated)))
