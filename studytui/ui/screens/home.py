"""Home: the decks, what to do today, and one key that begins."""

from collections.abc import Callable

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.widgets import OptionList

from studytui.catalogue import Catalogue
from studytui.messages import message
from studytui.study.entrance import Entrance
from studytui.study.summary import Summary, today
from studytui.ui.screens.frame import HELP
from studytui.ui.screens.requests import Bring, GoOn, OpenDeck, ShowSettings, ShowWeak
from studytui.ui.screens.shelving import Shelves
from studytui.ui.screens.table import TableFrame
from studytui.ui.screens.today import what_next
from studytui.ui.show.dates import weekday
from studytui.ui.show.glyphs import bar
from studytui.ui.widgets.line import Line, Rule
from studytui.ui.widgets.page import Block, Page
from studytui.ui.widgets.rows import Rows

AFTER = 0.1
"""Seconds after which counting begins: the first frame stands by then, and the first key is not kept waiting."""
BAR = 20


class HomeScreen(TableFrame):
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

    BEGIN = ("space",)

    def __init__(
        self, say: Catalogue, entrance: Entrance, shelves: Callable[[], Shelves], waiting: Callable[[], int]
    ) -> None:
        """Make the screen; ``waiting`` tells how many questions are left in a session that was stopped."""
        super().__init__(say, entrance, shelves)
        self._waiting = waiting
        self._counted = self._wanted = self._noted = False
        self._share: float | None = None
        self._date = ""

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

    def on_paste(self, event: events.Paste) -> None:
        """A pasted text is a document to bring in."""
        event.stop()
        self.post_message(Bring(event.text))

    def looked(self) -> None:
        """The figures are counted anew."""
        if self._counted or not AFTER:
            self.count()
        else:
            self.set_timer(AFTER, self._begin)

    def _begin(self) -> None:
        self.count()

    def action_go_on(self) -> None:
        """The session that was left, else today's; where the decks are not counted yet, as soon as they are."""
        if self._counted or self._waiting() or self.entrance.read_only:
            self.post_message(GoOn(self.decks))
            return
        self._wanted = True
        self.tell(message("It begins as soon as the decks are counted."))
        if not self.is_counting():
            self.count()

    @on(Line.RightClicked, "#today")
    def _today_clicked(self) -> None:
        """What begins the day is said there."""
        self.action_go_on()

    def action_stop(self) -> None:
        """Stop counting; space counts again."""
        self.stop_counting()
        self._share, self._wanted, self.brief = None, False, False
        self.fill()
        self.query_one("#today", Line).left = self.say("Not counted. Space counts and begins.")

    @on(OptionList.OptionSelected)
    def action_open(self) -> None:
        """Open the deck under the cursor; take the bundled one."""
        row = self.row()
        if row is None or self.is_aside(row.name):
            return
        if self.examples:
            self.take(row.name)
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

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what there is something for."""
        if action == "go_on":
            return not self.examples
        if action == "weak":
            return bool(self.decks)
        if action == "stop":
            return self._share is not None
        return super().check_action(action, parameters)

    def counting(self, done: int) -> None:
        """Show how far it is: where state has to be made again, it takes a while."""
        self._share = done / max(done, len(self.decks))
        if not self.examples:
            self.query_one("#today", Line).left = self.say(
                "Today   counting {bar} {done}/{all}   Esc stops",
                bar=bar(self._share, BAR),
                done=done,
                all=len(self.decks),
            )

    def counted(self, found: list[Summary]) -> None:
        """Show the figures, and what there is to be told."""
        self.decks, self._counted, self._share, self.brief = found, True, None, False
        if self._wanted:
            self._wanted = False
            self.post_message(GoOn(self.decks))
        self.back_up()
        notes = self.shelves().notes()
        if notes and not self._noted:
            self._noted = True
            self.complain(notes[0])
        self.fill()

    def filled(self) -> None:
        """What is said above and below the table goes with it."""
        line, advice = self.query_one("#today", Line), self.query_one("#advice", Page)
        if self.examples:
            line.left = self.say("Examples to begin with") if self.decks else self.say("No deck yet")
            line.right = ""
            said = self.say("Paste the outline of a speech here, or press i; Enter takes an example.")
            advice.blocks = (Block(said),)
            return
        if not self._counted:
            line.left = self.say("Today   counting…")
            return
        found = today(self.decks, self.entrance.settings.new_points, self.entrance.today().toordinal())
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
        first = what_next(self.entrance, self.decks, found, self._waiting())
        advice.blocks = (Block(self.say.say(first)),)
