"""Initials: a point by the first letter of each character; each right key shows its character at once."""

from collections.abc import Iterable, Sequence

from textual import events
from textual.binding import Binding
from textual.widget import Widget

from studytui.cards.label import numbered
from studytui.drills import initials
from studytui.drills.initials import Typing
from studytui.messages import message
from studytui.study.asking import Asked
from studytui.study.moment import Begun
from studytui.study.steps import Drilled
from studytui.ui.screens.drill_keys import ACCEPT, RATE, SCROLL, UNDO_AMONG_LETTERS
from studytui.ui.screens.drilling import DrillFrame
from studytui.ui.screens.frame import HELP_AMONG_LETTERS
from studytui.ui.screens.studying import STOP
from studytui.ui.widgets.spelling import SpellingView


class InitialsScreen(DrillFrame):
    """Every letter, digit and blank is part of the answer; no input method is needed."""

    BINDINGS = [
        Binding("tab", "cue", "Show one", tooltip="Show one character; it costs"),
        Binding("enter", "give_up", "Show it", tooltip="Show all of it; it counts as not said"),
        ACCEPT,
        *RATE,
        UNDO_AMONG_LETTERS,
        HELP_AMONG_LETTERS,
        STOP,
        *SCROLL,
    ]

    def answering(self) -> Iterable[Widget]:
        """What is typed."""
        return (SpellingView(self.say),)

    def put(self, step: Drilled, asked: Asked) -> None:
        """Ask for the text; nothing of it is typed yet."""
        if not isinstance(asked, initials.Question):
            raise TypeError(asked)
        one = asked.asked
        self.head_of(step, step.card.home)
        # A link shows the point before the one that is asked, so what is asked is said first.
        how = message("First letter of each character or word; no input method.")
        self.show_question(one.above, one.group, numbered(one.cue.marker, one.cue.text), one.task)
        self.say_of_answer(self.say.say(how))
        self.query_one(SpellingView).typing = initials.begin(asked.strokes)
        self.see_end()

    def begun(self) -> tuple[Begun, ...]:
        """What is typed."""
        return (self._typing,)

    def resume(self, begun: Sequence[Begun]) -> None:
        """What was typed and shown stays so."""
        self.query_one(SpellingView).typing = next(one for one in begun if isinstance(one, Typing))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What is all shown has no cue."""
        return self.is_open if action in ("cue", "give_up") else super().check_action(action, parameters)

    def on_key(self, event: events.Key) -> None:
        """A letter, digit or blank goes into the answer, and is no command."""
        if event.is_printable and event.character is not None and not self.is_seen:
            event.stop()
            if self.is_open:
                self._go(initials.press(self._typing, event.character))

    def on_paste(self, event: events.Paste) -> None:
        """What an input method gives comes in whole."""
        event.stop()
        for character in event.text:
            if self.is_open:
                self._go(initials.press(self._typing, character))

    def action_cue(self) -> None:
        """Show one character."""
        self._go(initials.cue(self._typing))

    def action_give_up(self) -> None:
        """Show all of it."""
        typing = self._typing
        while not typing.done:
            typing = initials.cue(typing)
        self._go(typing)

    @property
    def _typing(self) -> Typing:
        typing = self.query_one(SpellingView).typing
        return typing if typing is not None else initials.begin(())

    def _go(self, typing: Typing) -> None:
        self.query_one(SpellingView).typing = typing
        self.see_end()
        asked = self.session.asked
        if not typing.done or not isinstance(asked, initials.Question):
            return
        mark = initials.mark(asked, typing)
        if not typing.right:
            self.say_of_answer(self.say("wrong"))
        elif typing.shown:
            shown = self.say("right, {n} shown", plural="right, {n} shown", n=typing.shown)
            self.say_of_answer(shown)
        else:
            self.say_of_answer(self.say("right"))
        self.marked((mark,))
