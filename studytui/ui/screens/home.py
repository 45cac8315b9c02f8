"""Home: the decks, what to do today, and one key that begins."""

from collections.abc import Callable
from operator import attrgetter
from time import monotonic

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.widgets import OptionList
from textual.widgets.option_list import Option
from textual.worker import get_current_worker

from studytui.catalogue import Catalogue
from studytui.errors import StudyError
from studytui.messages import Message, message
from studytui.study.advice import advice as what_first
from studytui.study.bundled import Bundled
from studytui.study.library import Library
from studytui.study.summary import Summary, today
from studytui.ui.screens.deck_rows import columns, drawn
from studytui.ui.screens.frame import HELP
from studytui.ui.screens.requests import Bring, GoOn, OpenDeck, ShowSettings, ShowWeak
from studytui.ui.screens.shelving import ShelvingFrame
from studytui.ui.show.dates import weekday
from studytui.ui.show.glyphs import bar
from studytui.ui.widgets.line import Line, Rule
from studytui.ui.widgets.page import Block, Page
from studytui.ui.widgets.rows import Rows

FIRST = 100
"""Until they are counted, no more decks are shown than fill the tallest terminal: measuring a row takes its time."""
PATIENCE = 0.4
"""Seconds of counting after which it is shown how far it is, and so again."""
BAR = 20


class HomeScreen(ShelvingFrame):
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
    CSS_PATH = "home.tcss"

    def __init__(self, say: Catalogue, library: Library, waiting: Callable[[], int] = int) -> None:
        """Make the screen; ``waiting`` tells how many questions are left in a session that was stopped."""
        super().__init__(say, library)
        self._waiting = waiting
        self._decks: list[Summary] = []
        self._aside: list[str] = []
        self._examples = self._counted = self._wanted = False
        self._share: float | None = None
        self._date = ""
        self._noted = False

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
        now = self.library.now()
        self.head.left = "studytui" + (f"   {self.say('read only')}" if self.library.read_only else "")
        self._date = f"{now:%m-%d} {weekday(now.date(), self.say)}"
        self.head.right = self._date
        self.look()

    def on_resize(self) -> None:
        """The table takes the room there is."""
        self._fill()

    def on_paste(self, event: events.Paste) -> None:
        """A pasted text is a document to bring in."""
        event.stop()
        self.post_message(Bring(event.text))

    def look(self) -> None:
        """Look at the library again."""
        try:
            names = self.library.names()
        except StudyError as error:
            self.complain(error)
            return
        known = {deck.name: deck for deck in self._decks}
        self._decks = [known.get(name, Summary(name)) for name in names]
        self._examples = self._examples or not (names or self._aside)
        self._fill()
        self.call_after_refresh(self._count)

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
        return row.name if isinstance(row, Summary) else None

    def shelved(self, said: Message) -> None:
        """The table has changed."""
        self.tell(said)
        self._aside = self._archived() if self._aside else []
        self.look()

    def action_go_on(self) -> None:
        """The session that was left, else today's; where the decks are not counted yet, as soon as they are."""
        if self._counted or self._waiting() or self.library.read_only:
            self.post_message(GoOn())
            return
        self._wanted = True
        self.tell(message("It begins as soon as the decks are counted."))
        if not any(worker.group == "count" and worker.is_running for worker in self.workers):
            self._count()

    def action_stop(self) -> None:
        """Stop counting; space counts again."""
        self.workers.cancel_group(self, "count")
        self._share, self._wanted = None, False
        self.query_one("#today", Line).left = self.say("Not counted. Space counts and begins.")

    @on(OptionList.OptionSelected)
    def action_open(self) -> None:
        """Open the deck under the cursor; take the bundled one."""
        row = self._row()
        if isinstance(row, Summary) and row.problem is None and row.name not in self._aside:
            self.post_message(OpenDeck(row.name))
        elif isinstance(row, Summary) and row.problem is not None:
            self.complain(row.problem)
        elif isinstance(row, Bundled):
            self._take(row)

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
            self.change(lambda: self.library.unarchive(name), lambda _: message("{name} is back.", name=name))

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

    def _archived(self) -> list[str]:
        try:
            return list(self.library.archived())
        except StudyError as error:
            self.complain(error)
            return []

    def _take(self, bundled: Bundled) -> None:
        try:
            name = self.library.take(bundled)
        except StudyError as error:
            self.complain(error)
            return
        self.choose(name)
        self.tell(message("{name} is yours now. Space begins.", name=name))

    def _row(self) -> Summary | Bundled | None:
        rows, at = self._rows(), self.query_one(Rows).highlighted
        return None if at is None or at >= len(rows) else rows[at]

    def _rows(self) -> list[Summary | Bundled]:
        if self._examples:
            return list(self.library.bundled())
        return [*self._decks, *(Summary(name) for name in self._aside)]

    @work(thread=True, exclusive=True, group="count")
    def _count(self) -> None:
        """Count the decks; where state has to be made again that takes a while, and then it shows how far it is."""
        worker, since = get_current_worker(), monotonic()
        found: list[Summary] = []
        try:
            for summary in self.library.rows.counted():
                if worker.is_cancelled:
                    return
                found.append(summary)
                if monotonic() - since > PATIENCE:
                    since = monotonic()
                    self.app.call_from_thread(self._counting, len(found))
        except StudyError as error:
            self.app.call_from_thread(self.complain, error)
            return
        if not worker.is_cancelled:
            self.app.call_from_thread(self._count_done, sorted(found, key=attrgetter("name")))

    def _counting(self, done: int) -> None:
        self._share = done / max(done, len(self._decks))
        if not self._examples:
            self.query_one("#today", Line).left = self.say(
                "Today   counting {bar} {done}/{all}   Esc stops",
                bar=bar(self._share, BAR),
                done=done,
                all=len(self._decks),
            )

    def _count_done(self, found: list[Summary]) -> None:
        self._decks, self._counted, self._share = found, True, None
        if self._wanted:
            self._wanted = False
            self.post_message(GoOn())
        self._back_up()
        notes = self.library.notes()
        if notes and not self._noted:
            self._noted = True
            self.complain(notes[0])
        self._fill()

    @work(thread=True, exclusive=True, group="backup")
    def _back_up(self) -> None:
        """The day's backup is made while the person looks at the table; where there is one, nothing is done."""
        if self.library.read_only:
            return
        try:
            self.library.care.back_up_daily()
        except StudyError as error:
            self.app.call_from_thread(self.complain, error)

    def _fill(self) -> None:
        list_, rows = self.query_one(Rows), self._rows()
        if not (self._counted or self._examples):
            rows = rows[:FIRST]
        at = list_.highlighted or 0
        today, cells = self.library.today(), self.size.width - 3
        list_.clear_options()
        list_.add_options(
            [Option(drawn(row, aside=row.name in self._aside, today=today, cells=cells, say=self.say)) for row in rows]
        )
        if rows:
            list_.highlighted = min(at, len(rows) - 1)
        self.query_one("#columns", Line).left = columns(cells, self.say, examples=self._examples)
        self._say_today()
        self.keys_changed()

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
        found = today(self._decks, self.library.settings.new_points, self.library.today().toordinal())
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
        left, why = self._waiting(), self.library.read_only
        if why is not None:
            first = why
            line.right = ""
        elif left:
            first = message(
                "Space goes on where you stopped: {n} question is left.",
                plural="Space goes on where you stopped: {n} questions are left.",
                n=left,
            )
        else:
            first = what_first(self._decks, found, self.library.today().toordinal())
        advice.blocks = (Block(self.say.say(first)),)
