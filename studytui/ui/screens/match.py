"""Match: the cursor stands on a text, the key is its number."""

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.geometry import Region

from studytui.cards.label import part
from studytui.errors import StudyError
from studytui.memory.fsrs import AGAIN
from studytui.messages import message
from studytui.study.steps import Match
from studytui.ui.screens.frame import HELP
from studytui.ui.screens.study_requests import StepDone
from studytui.ui.screens.studying import DECIDE, STOP, UNDO, StudyFrame
from studytui.ui.widgets.board import BoardView
from studytui.ui.widgets.line import Line

TWICE = 0.3
"""Seconds after a wrong number in which the same one is not for the next text: nobody can have read that yet."""


class MatchScreen(StudyFrame):
    """A board. A wrong number counts at once, is not corrected, and its text waits until the others are placed."""

    BINDINGS = [
        Binding("1", "put('1')", "Its number", key_display="1-9", tooltip="The number of the text under the cursor"),
        *(Binding(str(n), f"put('{n}')", show=False) for n in range(2, 10)),
        Binding("down,j", "move(1)", "Another text", key_display="Up/Down"),
        Binding("up,k", "move(-1)", show=False),
        Binding("space,enter", "on", "Go on"),
        UNDO,
        *DECIDE,
        HELP,
        STOP,
    ]
    CSS_PATH = "match.tcss"

    _wrong = ""
    """A wrong number after which the next text has not been read yet."""

    def body(self) -> ComposeResult:
        """The board, and the whole of a text that its row cannot show."""
        with VerticalScroll(can_focus=False):
            yield BoardView(self.say)
        yield Line(id="whole", classes="faint")

    def on_mount(self) -> None:
        """Show the board; the clock shows the time it takes."""
        self.ask()

    def ask(self) -> None:
        """Show the board as the session has it."""
        step, board = self.session.step, self.session.board
        if not isinstance(step, Match) or board is None:
            return
        view = self.query_one(BoardView)
        if view.cursor not in board.open:
            view.cursor = board.open[0] if board.open else -1
        view.board = board
        card = step.places[0]
        self.head_for(step, card.home)
        self.head.left = f"{self.say('Match')}   {part(step.deck.outline, card.home, card.group)}"
        self.head.right = f"{len(board.placed)}/{len(board.slots)}"
        if board.done:
            self.query_one("#whole", Line).left = self.say("All in place. Space goes on.")
        self.keys_changed()
        self.begin()
        self.call_after_refresh(self._see_cursor)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A finished board can only be left."""
        done = self.session.board is not None and self.session.board.done
        if action in ("put", "move", "decide"):
            return not done
        if action == "on":
            return done
        return super().check_action(action, parameters)

    def action_put(self, key: str) -> None:
        """Put the text under the cursor under a number."""
        view = self.query_one(BoardView)
        text, board = view.cursor, self.session.board
        if board is None or text not in board.open or key == self._wrong:
            return
        following = _next(board.open, text)
        try:
            mark = self.session.put(text, key, self.taken())
        except StudyError as error:
            self.failed(error)
            return
        if mark is None:
            keys = [slot.key for slot in board.slots]
            if key in keys:
                self.tell(message("No text is missing under {key}.", key=key))
            else:
                self.tell(message("The numbers here are {first} to {last}.", first=keys[0], last=keys[-1]))
            return
        if mark.rating == AGAIN:
            self._wrong = key
            self.when_painted(lambda: self.set_timer(TWICE, self._read))
        view.cursor = following
        self.ask()

    def action_undo(self) -> None:
        """Take back the last answer; the cursor goes back to its text."""
        self._read()
        answers, board = self.session.answers, self.session.board
        if answers and board is not None:
            cards = [slot.card for slot in board.slots]
            if answers[-1].card.id in cards:
                self.query_one(BoardView).cursor = cards.index(answers[-1].card.id)
        super().action_undo()

    def meant(self) -> int | None:
        """The text that the cursor is on."""
        return self.query_one(BoardView).cursor

    def action_move(self, rows: int) -> None:
        """Another text."""
        board, view = self.session.board, self.query_one(BoardView)
        if board is None or not board.open:
            return
        self._read()
        at = board.open.index(view.cursor) if view.cursor in board.open else 0
        view.cursor = board.open[(at + rows) % len(board.open)]
        self._see_cursor()

    def action_on(self) -> None:
        """The finished board has been seen."""
        self.session.leave_board()
        self.post_message(StepDone())

    @on(BoardView.NumberClicked)
    def _number(self, event: BoardView.NumberClicked) -> None:
        self.action_put(event.key)

    @on(BoardView.TextClicked)
    def _text(self, event: BoardView.TextClicked) -> None:
        board = self.session.board
        if board is not None and event.text in board.open:
            self._read()
            self.query_one(BoardView).cursor = event.text
            self._see_cursor()

    def _read(self) -> None:
        """The text that the cursor is on can have been read, or was chosen by the person."""
        self._wrong = ""

    def _see_cursor(self) -> None:
        board, view = self.session.board, self.query_one(BoardView)
        if board is None or board.done:
            return
        self.query_one("#whole", Line).left = view.cut
        if view.cursor in board.left:
            row = 1 + len(board.slots) + 1 + board.left.index(view.cursor)
            self.query_one(VerticalScroll).scroll_to_region(Region(0, row, 1, 1), animate=False)


def _next(texts: tuple[int, ...], text: int) -> int:
    """The text after one in the list, where the cursor goes when that one is placed."""
    at = texts.index(text)
    rest = texts[at + 1 :] + texts[:at]
    return rest[0] if rest else -1
