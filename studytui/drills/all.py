"""All drills, the easiest first; a new drill is a new file and one line here."""

from typing import Final

from studytui.drills.blank_outline import OUTLINE
from studytui.drills.choose import CHOOSE
from studytui.drills.cloze import CLOZE
from studytui.drills.count import COUNT
from studytui.drills.drill import Drill
from studytui.drills.find import FIND
from studytui.drills.first import FIRST
from studytui.drills.initials import INITIALS
from studytui.drills.lookalike import LOOKALIKE
from studytui.drills.mask import MASK
from studytui.drills.match import MATCH
from studytui.drills.neighbours import BEFORE, NEXT
from studytui.drills.order import ORDER
from studytui.drills.recall import RECALL
from studytui.drills.recite import RECITE
from studytui.drills.snowball import SNOWBALL
from studytui.drills.typed import TYPE

DRILLS: Final[tuple[Drill, ...]] = (
    CHOOSE,
    MATCH,
    COUNT,
    FIND,
    LOOKALIKE,
    ORDER,
    CLOZE,
    FIRST,
    RECALL,
    NEXT,
    BEFORE,
    INITIALS,
    TYPE,
    SNOWBALL,
    RECITE,
    OUTLINE,
    MASK,
)
