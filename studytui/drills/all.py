"""All drills, the easiest first; a new drill is a new file and one line here."""

from typing import Final

from studytui.drills.drill import Drill
from studytui.drills.match import MATCH
from studytui.drills.recall import RECALL

DRILLS: Final[tuple[Drill, ...]] = (MATCH, RECALL)
