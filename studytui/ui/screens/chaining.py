"""Snowball: a chain that grows by one each round, said aloud and ticked."""

from collections.abc import Iterable, Sequence

from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.widget import Widget

from studytui.drills import chain
from studytui.drills.chain import Chain
from studytui.messages import message
from studytui.study.asking import Asked
from studytui.study.moment import Begun
from studytui.study.steps import Drilled
from studytui.ui.screens.drill_keys import ACCEPT, RATE, SCROLL, SPACE, WHY
from studytui.ui.screens.drilling import DrillFrame
from studytui.ui.screens.frame import HELP
from studytui.ui.screens.pages import MARGIN
from studytui.ui.screens.studying import STOP, UNDO
from studytui.ui.widgets.page import Block, Page


class SnowballScreen(DrillFrame):
    """What was said in this round stands there; the rest is hidden."""

    BINDINGS = [
        Binding("space,enter", "read", "Begin", key_display="Space", tooltip="Hide it, and say all from the first"),
        Binding("space,enter", "look", "Show it", key_display="Space", tooltip="Show this one, to tick it"),
        Binding("space,enter", "tick(True)", "Right", key_display="Space", tooltip="It was said right"),
        Binding("x", "tick(False)", "Wrong", tooltip="It was not said, or not right: on from the link before"),
        ACCEPT,
        SPACE,
        *RATE,
        UNDO,
        WHY,
        HELP,
        STOP,
        *SCROLL,
    ]

    def answering(self) -> Iterable[Widget]:
        """The chain."""
        return (Page(id="chain"),)

    def put(self, step: Drilled, asked: Asked) -> None:
        """Show the first one, to be read."""
        if not isinstance(asked, Chain):
            raise TypeError(asked)
        self._chain, self._past = asked, list[Chain]()
        self.head_of(step, step.card.home)
        task = message("Each round one more, always from the first.")
        self.show_question(asked.above, asked.group, "", task)
        self._show()

    def begun(self) -> tuple[Begun, ...]:
        """The chain, and what it was before each tick."""
        return (*self._past, self._chain)

    def resume(self, begun: Sequence[Begun]) -> None:
        """What was said stays said."""
        *self._past, self._chain = [one for one in begun if isinstance(one, Chain)]
        self._show()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """One thing at a time: read, say, tick."""
        usable = {
            "read": self.is_open and self._chain.reading,
            "look": self.is_open and not self._chain.reading and not self._chain.looked,
            "tick": self.is_open and self._chain.looked,
        }
        return usable[action] if action in usable else super().check_action(action, parameters)

    def action_read(self) -> None:
        """The new one was read."""
        if self.is_painted:
            self._go(chain.read(self._chain))

    def action_look(self) -> None:
        """Show what was said."""
        if self.is_painted:
            self._go(chain.look(self._chain))

    def action_tick(self, right: bool) -> None:
        """It was said, right or wrong."""
        if not self.is_painted:
            return
        self._past.append(self._chain)
        self._go(chain.say(self._chain, right=right))

    def action_undo(self) -> None:
        """Take back what was ticked last, else the answer before."""
        if self.is_open and self._past:
            self._chain = self._past.pop()
            self._show()
        else:
            super().action_undo()

    def _go(self, now: Chain) -> None:
        """Take the next state; at the end it is marked."""
        self._chain = now
        if now.done:
            self.marked((chain.mark(now),))
        self.wait_for_paint()
        self._show()

    def _show(self) -> None:
        now, ball = self._chain, self._chain.ball
        blocks = [Block(one.text, MARGIN, "$success", one.marker) for one in now.items[: ball.at]]
        told = self.say("{n} of {all} in a row", n=min(ball.length, ball.size), all=ball.size)
        if now.done:
            blocks = [
                Block(one.text, MARGIN, "$error" if broke else "$success", one.marker)
                for one, broke in zip(now.items, ball.links, strict=True)
            ]
            broken = len(ball.weakest)
            held = self.say("the chain did not break")
            at = self.say("the chain broke at {n} place", plural="the chain broke at {n} places", n=broken)
            told = at if broken else held
        elif now.reading:
            blocks = [Block(self.say("New in this round: read it."), MARGIN, "$text-muted")]
            blocks.append(Block(now.newest.text, MARGIN, "bold $accent", now.newest.marker, space=True))
        else:
            here = now.items[ball.at]
            shown = here.text if now.looked else "…"
            blocks.append(Block(shown, MARGIN, "bold", here.marker))
            if ball.broken:
                told = f"{told}   {self.say('once more from the link that broke')}"
        self.query_one("#chain", Page).blocks = blocks
        self.say_of_answer(told)
        self.call_after_refresh(self.query_one(VerticalScroll).scroll_end, animate=False)
        self.keys_changed()
