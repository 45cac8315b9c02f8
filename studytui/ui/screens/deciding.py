"""Suspending, resuming, burying and resetting a part of a deck, and taking that back."""

from collections.abc import Callable, Sequence

from textual import work
from textual.binding import Binding

from studytui.cards.card import Card
from studytui.catalogue import Catalogue
from studytui.errors import StudyError
from studytui.messages import Message, message
from studytui.study.decision import Decision
from studytui.study.deck import StudyDeck
from studytui.study.library import Library
from studytui.ui.screens.dialogs import ConfirmScreen
from studytui.ui.screens.shelving import ShelvingFrame

DECIDE = (
    Binding("s", "suspend", "Suspend", show=False, tooltip="Do not ask this part any more, or ask it again"),
    Binding("b", "bury", "Tomorrow", show=False, tooltip="Ask this part again tomorrow"),
    Binding("R", "reset", "Reset", show=False, tooltip="Make this part new again; what was answered stays written"),
    Binding("u", "undo", "Undo", show=False, tooltip="Take back what was decided last on this screen"),
)


class DecidingFrame(ShelvingFrame):
    """A screen on which something can be decided about a part of a deck.

    Attributes:
        library: The library.
    """

    def __init__(self, say: Catalogue, library: Library) -> None:
        super().__init__(say, library, lambda: library)
        self.library = library
        self._decided: list[str] = []

    def deck(self) -> StudyDeck:
        """The deck that is shown."""
        raise NotImplementedError

    def nodes(self) -> Sequence[int]:
        """The nodes that are meant."""
        return ()

    def part(self) -> Sequence[Card]:
        """The cards that are meant."""
        return ()

    def decided(self) -> None:
        """Something was decided or taken back, and shows."""

    def action_suspend(self) -> None:
        """Do not ask the part any more; where all of it is suspended, ask it again."""
        part = self.part()
        awake = [card for card in part if not self.deck().memory(card).suspended]
        if awake:
            said = message("{n} card is not asked any more.", plural="{n} cards are not asked any more.", n=len(awake))
            self._decide(Decision.SUSPEND, awake, said)
        else:
            said = message("{n} card is asked again.", plural="{n} cards are asked again.", n=len(part))
            self._decide(Decision.RESUME, part, said)

    def action_bury(self) -> None:
        """Ask the part again tomorrow."""
        part = self.part()
        said = message("{n} card is asked again tomorrow.", plural="{n} cards are asked again tomorrow.", n=len(part))
        self._decide(Decision.BURY, part, said)

    @work(group="dialog")
    async def action_reset(self) -> None:
        """Make the part new again, which is asked first."""
        part = [card for card in self.part() if not self.deck().memory(card).new]
        if not part or not self.is_current or self.refuses():
            return
        ask = message(
            "Make {n} card new again? What was answered stays written, but does not count any more.",
            plural="Make {n} cards new again? What was answered stays written, but does not count any more.",
            n=len(part),
        )
        if await self.app.push_screen_wait(ConfirmScreen(self.say, ask)):
            said = message("{n} card is new again.", plural="{n} cards are new again.", n=len(part))
            self._decide(Decision.RESET, part, said)

    def action_undo(self) -> None:
        """Take back what was decided last on this screen."""
        if self.refuses():
            return
        if not self._decided:
            self.tell(message("There is nothing to take back."))
            return
        try:
            self.deck().take_back(self._decided[-1])
        except StudyError as error:
            self.complain(error)
            return
        self._decided.pop()
        self.decided()
        self.tell(message("It is taken back."))

    def _decide(self, decision: Decision, part: Sequence[Card], said: Message) -> None:
        if part and not self.refuses():
            self.write_decision(lambda: self.deck().decide(decision, part), said)

    def write_decision(self, write: Callable[[], str], said: Message) -> None:
        """Write what was decided, which gives its unit, and say so; undo takes it back."""
        try:
            self._decided.append(write())
        except StudyError as error:
            self.complain(error)
            return
        self.decided()
        self.tell(said)
