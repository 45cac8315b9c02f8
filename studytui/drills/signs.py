"""Short words for what became of a piece, a point or a line, and the questions that need more than a card."""

from typing import Final

from studytui.drills import find, recite
from studytui.language.aligned import Fate
from studytui.messages import message

SIGNS: Final = {
    Fate.MISSING: message("missing"),
    Fate.WRONG: message("wrong"),
    Fate.EXTRA: message("extra"),
    Fate.MOVED: message("order"),
}
FATES: Final = {
    recite.Fate.RIGHT: message("right"),
    recite.Fate.MISSING: message("missing"),
    recite.Fate.WRONG: message("wrong"),
    recite.Fate.MOVED: message("out of order"),
    recite.Fate.INTRUDED: message("from another section"),
}
ODDS: Final = {
    find.Odd.STRANGER: message("Which one is not of this section?"),
    find.Odd.NUMBER: message("Which number is wrong?"),
}
HOW_MANY: Final = message("How many points?")
