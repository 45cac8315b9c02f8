"""Which screen shows which step of a session."""

from collections.abc import Mapping

from studytui.drills.blank_outline import OUTLINE
from studytui.drills.choose import CHOOSE
from studytui.drills.cloze import CLOZE
from studytui.drills.count import COUNT
from studytui.drills.find import FIND
from studytui.drills.first import FIRST
from studytui.drills.initials import INITIALS
from studytui.drills.lookalike import LOOKALIKE
from studytui.drills.mask import MASK
from studytui.drills.neighbours import BEFORE, NEXT
from studytui.drills.order import ORDER
from studytui.drills.recite import RECITE
from studytui.drills.snowball import SNOWBALL
from studytui.drills.typed import TYPE
from studytui.study.steps import Ask, Match, Read, Step
from studytui.ui.screens.chaining import SnowballScreen
from studytui.ui.screens.cloze import ClozeScreen
from studytui.ui.screens.counting import CountScreen
from studytui.ui.screens.initials import InitialsScreen
from studytui.ui.screens.masking import MaskScreen
from studytui.ui.screens.match import MatchScreen
from studytui.ui.screens.ordering import OrderScreen
from studytui.ui.screens.outlining import OutlineScreen
from studytui.ui.screens.pick import PickScreen
from studytui.ui.screens.read import ReadScreen
from studytui.ui.screens.recall import RecallScreen
from studytui.ui.screens.reciting import ReciteScreen
from studytui.ui.screens.studying import StudyFrame
from studytui.ui.screens.telling_apart import LookalikeScreen
from studytui.ui.screens.typing import TypeScreen

SCREENS: Mapping[str, type[StudyFrame]] = {
    CHOOSE.name: PickScreen,
    FIND.name: PickScreen,
    COUNT.name: CountScreen,
    ORDER.name: OrderScreen,
    CLOZE.name: ClozeScreen,
    FIRST.name: TypeScreen,
    TYPE.name: TypeScreen,
    NEXT.name: RecallScreen,
    BEFORE.name: RecallScreen,
    INITIALS.name: InitialsScreen,
    RECITE.name: ReciteScreen,
    MASK.name: MaskScreen,
    SNOWBALL.name: SnowballScreen,
    LOOKALIKE.name: LookalikeScreen,
    OUTLINE.name: OutlineScreen,
}
"""The screen of each drill that is asked one question at a time."""


def screen_of(step: Step) -> type[StudyFrame]:
    """The screen that shows a step."""
    if isinstance(step, Read):
        return ReadScreen
    if isinstance(step, Match):
        return MatchScreen
    return RecallScreen if isinstance(step, Ask) else SCREENS[step.drill.name]
