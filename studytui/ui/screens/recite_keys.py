"""The ways to recite, and their keys."""

from collections.abc import Mapping

from textual.binding import Binding

from studytui.messages import Message, message
from studytui.ui.screens.drill_keys import ACCEPT, ANSWER, SCROLL, UNDO_AFTER, UNDO_AMONG_LETTERS
from studytui.ui.screens.frame import HELP_AMONG_LETTERS
from studytui.ui.screens.studying import STOP

WAY = "recite"
"""The name under which a session keeps how the person recites."""
LETTERS, SENTENCES, ALOUD = "letters", "sentences", "aloud"
WAYS: Mapping[str, Message] = {
    LETTERS: message("First letter of each character or word; no input method."),
    SENTENCES: message("A point a line, in any way they come; an empty line ends."),
    ALOUD: message("Say them all aloud; Enter shows them, then tick what you said."),
}
TICK = message("Space or a click ticks what you said, in the order in which it came; Enter ends.")
KEYS = [
    Binding("tab", "cue", "Cue", tooltip="Show one character, or more of the beginning; it costs"),
    Binding("space", "tick", "Tick", tooltip="This point was said"),
    Binding("enter", "next_point", "Next point", tooltip="Go on to the next point; this one is left out"),
    Binding("enter", "look", "Show them", tooltip="Show the points, to tick those that were said"),
    Binding("enter", "end", "That is all", tooltip="Mark what was said"),
    ANSWER,
    Binding("ctrl+t", "way", "Another way", tooltip="First letters, whole sentences, or aloud and ticked"),
    Binding("down", "move(1)", "Another point", key_display="Up/Down"),
    Binding("up", "move(-1)", show=False),
    Binding("1", "rate_row(1)", "Rate", key_display="1-4", tooltip="Rate what the cursor is on: 1 again to 4 easy"),
    *(Binding(str(n), f"rate_row({n})", show=False) for n in (2, 3, 4)),
    ACCEPT,
    UNDO_AMONG_LETTERS,
    UNDO_AFTER,
    HELP_AMONG_LETTERS,
    STOP,
    *SCROLL,
]
