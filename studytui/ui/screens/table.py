"""The table of decks: one's own, those that were put aside, or the bundled ones, and what is done with a row."""

from collections.abc import Callable
from datetime import date

from textual.content import Content
from textual.widgets.option_list import Option

from studytui.catalogue import Catalogue
from studytui.errors import StudyError
from studytui.messages import Message, message
from studytui.study.entrance import Entrance
from studytui.study.summary import Summary
from studytui.ui.screens.deck_rows import columns, drawn, example
from studytui.ui.screens.shelving import Shelves
from studytui.ui.screens.tally import TallyFrame
from studytui.ui.widgets.line import Line
from studytui.ui.widgets.rows import Rows


class TableFrame(TallyFrame):
    """A screen with the table.

    Attributes:
        decks: One's own decks, each with its figures as soon as they are known.
        examples: The bundled decks are shown.
        brief: Only the rows that can be seen are drawn, since all of them are drawn anew in a moment.
    """

    def __init__(self, say: Catalogue, entrance: Entrance, shelves: Callable[[], Shelves]) -> None:
        super().__init__(say, entrance, shelves)
        self.decks: list[Summary] = []
        self.examples, self.brief = False, True
        self._aside: list[str] = []
        self._filled = 0

    def looked(self) -> None:
        """The names stand in the table; their figures may be old."""

    def filled(self) -> None:
        """The table shows other rows now."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what the row under the cursor allows."""
        if action in ("rename", "delete", "archive", "back"):
            name = self.chosen() if self.is_mounted else None
            return name is not None and (name in self._aside) == (action == "back")
        if action == "own":
            return self.examples and bool(self.decks)
        return super().check_action(action, parameters)

    def on_resize(self) -> None:
        """The table takes the room there is."""
        if self.size.width != self._filled:
            self.fill()

    def look(self) -> None:
        """Look at the library again."""
        try:
            names = self.entrance.names()
        except StudyError as error:
            self.complain(error)
            return
        known = {deck.name: deck for deck in self.decks}
        self.decks = [known.get(name, Summary(name)) for name in names]
        self.examples = self.examples or not (names or self._aside)
        self.fill()
        self.looked()

    def choose(self, name: str) -> None:
        """Put the cursor on a deck, such as one that has just come."""
        self.examples = False
        self.look()
        names = [row.name for row in self._rows()]
        if name in names:
            self.query_one(Rows).highlighted = names.index(name)

    def chosen(self) -> str | None:
        """The deck under the cursor."""
        row = self.row()
        return None if row is None or self.examples else row.name

    def row(self) -> Summary | None:
        """The row under the cursor."""
        rows, at = self._rows(), self.query_one(Rows).highlighted
        return None if at is None or at >= len(rows) else rows[at]

    def is_aside(self, name: str) -> bool:
        """Whether a deck was put aside."""
        return name in self._aside

    def shelved(self, said: Message) -> None:
        """The table has changed."""
        self.tell(said)
        self._aside = self._archived() if self._aside else []
        self.look()

    def take(self, example: str) -> None:
        """Make a bundled deck one's own."""
        try:
            name = self.shelves().take_example(example)
        except StudyError as error:
            self.complain(error)
            return
        self.choose(name)
        self.tell(message("{name} is yours now. Space begins.", name=name))

    def action_bundled(self) -> None:
        """The bundled decks, or one's own again."""
        self.examples = not self.examples or not (self.decks or self._aside)
        self.fill()

    def action_own(self) -> None:
        """Back from the examples."""
        self.examples = False
        self.fill()

    def action_aside(self) -> None:
        """The decks that were put aside, too, or not."""
        shown, self._aside = self._aside, [] if self._aside else self._archived()
        self.examples = not (self.decks or self._aside)
        if not shown and not self._aside:
            self.tell(message("No deck is put aside."))
        self.fill()

    def action_back(self) -> None:
        """Take a deck that was put aside back."""
        name = self.chosen()
        if name in self._aside:
            self.change(lambda: self.shelves().unarchive(name), lambda _: message("{name} is back.", name=name))

    def fill(self) -> None:
        """Show the rows."""
        list_, rows = self.query_one(Rows), self._rows()
        if not self.size.width:
            return  # it is filled when it has a size
        self._filled = self.size.width
        if self.brief and not self.examples:
            rows = rows[: self.size.height]  # measuring a row takes its time, and none below these can be seen yet
        at = list_.highlighted or 0
        today, cells = self.entrance.today(), self.size.width - 3
        list_.clear_options()
        list_.add_options([Option(self._drawn(row, today, cells)) for row in rows])
        if rows:
            list_.highlighted = min(at, len(rows) - 1)
        self.query_one("#columns", Line).left = columns(cells, self.say, examples=self.examples)
        self.filled()
        self.keys_changed()

    def _rows(self) -> list[Summary]:
        if self.examples:
            return list(self.shelves().examples())
        return [*self.decks, *(Summary(name) for name in self._aside)]

    def _drawn(self, row: Summary, today: date, cells: int) -> Content:
        if self.examples:
            return example(row, cells)
        return drawn(row, aside=row.name in self._aside, today=today, cells=cells, say=self.say)

    def _archived(self) -> list[str]:
        try:
            return list(self.entrance.archived())
        except StudyError as error:
            self.complain(error)
            return []
