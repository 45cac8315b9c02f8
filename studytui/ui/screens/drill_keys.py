"""The keys that the screens of the drills share."""

from textual.binding import Binding

RATE = (
    Binding("1", "rate(1)", "Rate", key_display="1-4", tooltip="Rate it otherwise: 1 again, 2 hard, 3 good, 4 easy"),
    *(Binding(str(n), f"rate({n})", show=False) for n in (2, 3, 4)),
)
ANSWER = Binding("enter", "answer", "Answer", tooltip="What is typed is the answer")
ACCEPT = Binding("enter", "accept", "Go on", tooltip="Take the rating that is proposed, and go on")
SPACE = Binding("space", "accept", show=False)
UNDO_AMONG_LETTERS = Binding("ctrl+z", "undo", "Undo", tooltip="Take back the last answer, or what was decided last")
UNDO_AFTER = Binding("u", "undo_after", show=False)
"""The usual key for undo, once no letter is the answer any more."""
WHY = Binding("y", "why", "Why", tooltip="Why this is asked now")
SCROLL = (
    Binding("pagedown", "scroll(8)", show=False),
    Binding("pageup", "scroll(-8)", show=False),
)
