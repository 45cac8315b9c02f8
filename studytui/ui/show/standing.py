"""How well something is known, as a glyph, a figure and a word, never by colour alone."""

from studytui.catalogue import Catalogue
from studytui.memory.memory import Memory
from studytui.memory.weak import reason
from studytui.ui.show.glyphs import percent


def state(memory: Memory, day: int, say: Catalogue) -> tuple[str, str, str, str]:
    """A card's state: a glyph one cell wide, the chance to recall it, a word, and a style."""
    if memory.asleep(day):
        word = say("suspended") if memory.suspended else say("tomorrow")
        return "-", "" if memory.new else percent(memory.retrievability(day)), word, "$text-muted"
    if memory.new:
        return "○", "", say("new"), "$text-muted"
    chance = memory.retrievability(day)
    if reason(memory, day) is not None:
        return "!", percent(chance), say("weak"), "bold $warning"
    if memory.due <= day:
        return "◐", percent(chance), say("due"), "$text"
    return "●", percent(chance), "", "$text-success"
