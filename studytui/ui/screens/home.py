"""Home: the decks, what to do today, and one key that begins."""

from collections.abc import Callable
from datetime import date

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from studytui.catalogue import Catalogue
from studytui.errors import StudyError
from studytui.messages import Message, message
from studytui.study.entrance import Entrance
from studytui.study.summary import Summary, today
from studytui.ui.screens.deck_rows import columns, drawn, example
from studytui.ui.screens.frame import HELP
from studytui.ui.screens.requests import Bring, GoOn, OpenDeck, ShowSettings, ShowWeak
from studytui.ui.screens.shelving import Shelves
from studytui.ui.screens.tally import TallyFrame
from studytui.ui.screens.today import what_next
from studytui.ui.show.dates import weekday
from studytui.ui.show.glyphs import bar
from studytui.ui.widgets.line import Line, Rule
from studytui.ui.widgets.page import Block, Page
from studytui.ui.widgets.rows import Rows

AFTER = 0.1
"""Seconds after which counting begins: the first frame stands by then, and the first key is not kept waiting."""
BAR = 20


class HomeScreen(TallyFrame):
    """All decks in a table, today's line above it, and below it what to do first and why."""

    BINDINGS = [
        Binding("space", "go_on", "Today", tooltip="Go on with the most useful thing"),
        Binding("enter", "open", "Open", tooltip="Open the deck, or take the bundled one"),
        Binding("w", "weak", "Weak", tooltip="The weak items of all decks"),
        Binding("i", "bring", "Import", tooltip="Bring in a document: a path or a paste"),
        Binding("b", "bundled", "Examples", tooltip="Show the bundled decks, or your own again"),
        Binding("r", "rename", "Rename", show=False),
        Binding("a", "archive", "Put aside", show=False, tooltip="Put the deck aside (it keeps its progress)"),
        Binding("B", "back", "Take back", show=False, tooltip="Take back the deck that was put aside"),
        Binding("A", "aside", "Put aside", show=False, tooltip="Show the decks that were put aside, or not"),
        Binding("x", "delete", "Delete", show=False, tooltip="Delete the deck (it is kept in backups/)"),
        Binding("o", "settings", "Options", show=False, tooltip="What counts as the same when you type"),
        Binding("L", "app.theme", "Light or dark", show=False),
        HELP,
        Binding("escape", "own", "Back", tooltip="Back to your own decks"),
        Binding("escape", "stop", "Stop counting", show=False),
        Binding("q", "app.quit", "Quit"),
    ]

    def __init__(
        self, say: Catalogue, entrance: Entrance, shelves: Callable[[], Shelves], waiting: Callable[[], int]
    ) -> None:
        """Make the screen; ``waiting`` tells how many questions are left in a session that was stopped."""
        super().__init__(say, entrance, shelves)
        self._waiting = waiting
        self._decks: list[Summary] = []
        self._aside: list[str] = []
        self._examples = self._counted = self._wanted = self._stopped = False
        self._share: float | None = None
        self._date = ""
        self._noted = False
        self._filled = 0

    def body(self) -> ComposeResult:
        """Today, the table, what to do first."""
        yield Line(id="today")
        yield Rule()
        yield Line(id="columns", classes="faint")
        yield Rows()
        yield Page(id="advice")

    def on_mount(self) -> None:
        """The first frame shows the names; the figures come from a worker."""
        self.query_one(Rows).focus()

    def on_screen_resume(self) -> None:
        """What was done elsewhere shows here."""
        now = self.entrance.now()
        self.head.left = "studytui" + (f"   {self.say('read only')}" if self.entrance.read_only else "")
        self._date = f"{now:%m-%d} {weekday(now.date(), self.say)}"
        self.head.right = self._date
        self.look()

    def on_resize(self) -> None:
        """The table takes the room there is."""
        if self.size.width != self._filled:
            self._fill()

    def on_paste(self, event: events.Paste) -> None:
        """A pasted text is a document to bring in."""
        event.stop()
        self.post_message(Bring(event.text))

    def look(self) -> None:
        """Look at the library again."""
        try:
            names = self.entrance.names()
        except StudyError as error:
            self.complain(error)
            return
        known = {deck.name: deck for deck in self._decks}
        self._decks = [known.get(name, Summary(name)) for name in names]
        self._examples = self._examples or not (names or self._aside)
        self._fill()
        if self._counted or not AFTER:
            self.count()
        else:
            self.set_timer(AFTER, self._begin)

    def _begin(self) -> None:
        self.count()

    def choose(self, name: str) -> None:
        """Put the cursor on a deck, such as one that has just come."""
        self._examples = False
        self.look()
        names = [row.name for row in self._rows()]
        if name in names:
            self.query_one(Rows).highlighted = names.index(name)

    def chosen(self) -> str | None:
        """The deck under the cursor."""
        row = self._row()
        return None if row is None or self._examples else row.name

    def shelved(self, said: Message) -> None:
        """The table has changed."""
        self.tell(said)
        self._aside = self._archived() if self._aside else []
        self.look()

    def action_go_on(self) -> None:
        """The session that was left, else today's; where the decks are not counted yet, as soon as they are."""
        if self._counted or self._waiting() or self.entrance.read_only:
            self.post_message(GoOn(self._decks))
            return
        self._wanted = True
        self.tell(message("It begins as soon as the decks are counted."))
        if not self.is_counting():
            self.count()

    def action_stop(self) -> None:
        """Stop counting; space counts again."""
        self.stop_counting()
        self._share, self._wanted, self._stopped = None, False, True
        self._fill()
        self.query_one("#today", Line).left = self.say("Not counted. Space counts and begins.")

    @on(OptionList.OptionSelected)
    def action_open(self) -> None:
        """Open the deck under the cursor; take the bundled one."""
        row = self._row()
        if row is None or row.name in self._aside:
            return
        if self._examples:
            self._take(row.name)
        elif row.problem is not None:
            self.complain(row.problem)
        else:
            self.post_message(OpenDeck(row.name))

    def action_weak(self) -> None:
        """The weak items of all decks."""
        self.post_message(ShowWeak())

    def action_settings(self) -> None:
        """What can be set."""
        self.post_message(ShowSettings())

    def action_bring(self) -> None:
        """Bring in a document."""
        self.post_message(Bring())

    def action_bundled(self) -> None:
        """The bundled decks, or one's own again."""
        self._examples = not self._examples or not (self._decks or self._aside)
        self._fill()

    def action_own(self) -> None:
        """Back from the examples."""
        self._examples = False
        self._fill()

    def action_aside(self) -> None:
        """The decks that were put aside, too, or not."""
        shown, self._aside = self._aside, [] if self._aside else self._archived()
        self._examples = not (self._decks or self._aside)
        if not shown and not self._aside:
            self.tell(message("No deck is put aside."))
        self._fill()

    def action_back(self) -> None:
        """Take a deck that was put aside back."""
        name = self.chosen()
        if name in self._aside:
            self.change(lambda: self.shelves().unarchive(name), lambda _: message("{name} is back.", name=name))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what the row under the cursor allows."""
        own = self.is_mounted and self.chosen() is not None
        aside = own and self.chosen() in self._aside
        if action in ("rename", "delete", "archive"):
            return own and not aside
        if action == "back":
            return aside
        if action == "go_on":
            return not self._examples
        if action == "weak":
            return bool(self._decks)
        if action == "stop":
            return self._share is not None
        if action == "own":
            return self._examples and bool(self._decks)
        return super().check_action(action, parameters)

    def counting(self, done: int) -> None:
        """Show how far it is: where state has to be made again, it takes a while."""
        self._share = done / max(done, len(self._decks))
        if not self._examples:
            self.query_one("#today", Line).left = self.say(
                "Today   counting {bar} {done}/{all}   Esc stops",
                bar=bar(self._share, BAR),
                done=done,
                all=len(self._decks),
            )

    def counted(self, found: list[Summary]) -> None:
        """Show the figures, and what there is to be told."""
        self._decks, self._counted, self._share = found, True, None
        if self._wanted:
            self._wanted = False
            self.post_message(GoOn(self._decks))
        self.back_up()
        notes = self.shelves().notes()
        if notes and not self._noted:
            self._noted = True
            self.complain(notes[0])
        self._fill()

    def _archived(self) -> list[str]:
        try:
            return list(self.entrance.archived())
        except StudyError as error:
            self.complain(error)
            return []

    def _take(self, example: str) -> None:
        try:
            name = self.shelves().take_example(example)
        except StudyError as error:
            self.complain(error)
            return
        self.choose(name)
        self.tell(message("{name} is yours now. Space begins.", name=name))

    def _row(self) -> Summary | None:
        rows, at = self._rows(), self.query_one(Rows).highlighted
        return None if at is None or at >= len(rows) else rows[at]

    def _rows(self) -> list[Summary]:
        if self._examples:
            return list(self.shelves().examples())
        return [*self._decks, *(Summary(name) for name in self._aside)]

    def _fill(self) -> None:
        list_, rows = self.query_one(Rows), self._rows()
        if not self.size.width:
            return  # it is filled when it has a size
        self._filled = self.size.width
        if not (self._counted or self._stopped or self._examples):
            rows = rows[: self.size.height]  # measuring a row takes its time, and none below these can be seen yet
        at = list_.highlighted or 0
        today, cells = self.entrance.today(), self.size.width - 3
        list_.clear_options()
        list_.add_options([Option(self._drawn(row, today, cells)) for row in rows])
        if rows:
            list_.highlighted = min(at, len(rows) - 1)
        self.query_one("#columns", Line).left = columns(cells, self.say, examples=self._examples)
        self._say_today()
        self.keys_changed()

    def _drawn(self, row: Summary, today: date, cells: int) -> Content:
        if self._examples:
            return example(row, cells)
        return drawn(row, aside=row.name in self._aside, today=today, cells=cells, say=self.say)

    def _say_today(self) -> None:
        line, advice = self.query_one("#today", Line), self.query_one("#advice", Page)
        if self._examples:
            line.left = self.say("Examples to begin with") if self._decks else self.say("No deck yet")
            line.right = ""
            said = self.say("Paste the outline of a speech here, or press i; Enter takes an example.")
            advice.blocks = (Block(said),)
            return
        if not self._counted:
            line.left = self.say("Today   counting…")
            return
        found = today(self._decks, self.entrance.settings.new_points, self.entrance.today().toordinal())
        line.left = self.say(
            "Today   review {due}   weak {weak}   new {new}      about {minutes} min",
            due=found.due,
            weak=found.weak,
            new=found.new,
            minutes=found.minutes,
        )
        line.right = self.say("Space begins") if found.due or found.new or self._waiting() else ""
        if found.streak:
            streak = self.say("{n} day in a row", plural="{n} days in a row", n=found.streak)
            self.head.right = f"{self._date}   {streak}"
        if self.entrance.read_only is not None:
            line.right = ""
        first = what_next(self.entrance, self._decks, found, self._waiting())
        advice.blocks = (Block(self.say.say(first)),)
