"""What is said in one line of a recital: how much was right, what was typed instead, what was not understood."""

from studytui.cards.label import place
from studytui.catalogue import Catalogue
from studytui.drills import recite
from studytui.drills.recite import Fate, Recital
from studytui.drills.signs import FATES, SIGNS
from studytui.language.compare import compare, marked
from studytui.outline.tree import Outline


def summed(recital: Recital, say: Catalogue) -> str:
    """How many points met which fate."""
    fates = recite.fates(recital)
    return "   ".join(f"{say.say(FATES[fate])} {fates.count(fate)}" for fate in Fate if fate in fates)


def compared(recital: Recital, point: int, say: Catalogue) -> str:
    """What was typed for a point against what it says; nothing where it was right, or where nothing was typed."""
    typed = next((said.text for said in recital.said if said.point == point and not said.right), "")
    if not typed:
        return ""
    words = {fate: say.say(sign) for fate, sign in SIGNS.items()}
    return "".join(text for text, _ in marked(compare(typed, recital.points[point].line.text), words))


def misheard(recital: Recital, outline: Outline, say: Catalogue) -> str:
    """Why what was typed last is none of the points; nothing where it is one."""
    last = recital.said[-1]
    if last.point is not None:
        return ""
    if last.intruder is None:
        return say("No point was recognised in that.")
    return say("from another section: {place}", place=place(outline, last.intruder))
