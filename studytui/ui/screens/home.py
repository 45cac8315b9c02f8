"""Home: the decks, what to do today, and one key that begins."""

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option
from textual.worker import get_current_worker

from studytui.catalogue import Catalogue
from studytui.errors import StudyError
from studytui.messages import message
from studytui.study.library import Bundled, Library
from studytui.study.summary import Summary, Today
from studytui.ui.screens.dialogs import ConfirmScreen, PromptScreen
from studytui.ui.screens.frame import HELP, Frame
from studytui.ui.screens.requests import Bring, OpenDeck, Resume, ShowWeak, Study
from studytui.ui.show.dates import speech_day, weekday
from studytui.ui.show.glyphs import bar, percent
from studytui.ui.show.text import padded, plain
from studytui.ui.widgets.line import Line, Rule
from studytui.ui.widgets.rows import Rows

FIGURES = 7
"""Cells for each of the columns nodes, due and weak."""
READY = 16
SPEECH = 14


class HomeScreen(Frame):
    """All decks in a table, today's line above it, and below it what to do first and why."""

    BINDINGS = [
        Binding("space", "go_on", "Today", tooltip="Go on with the most useful thing"),
        Binding("enter", "open", "Open", tooltip="Open the deck, or take the bundled one"),
        Binding("w", "weak", "Weak", tooltip="The weak items of all decks"),
        Binding("i", "bring", "Import", tooltip="Bring in a document: a path or a paste"),
        Binding("r", "rename", "Rename", show=False),
        Binding("a", "archive", "Put aside", show=False, tooltip="Put the deck aside (it stays in the library)"),
        Binding("b", "bundled", "Examples", show=False, tooltip="Show the bundled decks"),
        Binding("x", "delete", "Delete", show=False, tooltip="Delete the deck (it is kept in backups/)"),
        HELP,
        Binding("q", "app.quit", "Quit"),
    ]
    CSS_PATH = "home.tcss"

    def __init__(self, say: Catalogue, library: Library) -> None:
        super().__init__(say)
        self._library = library
        self._rows: list[Summary | Bundled] = [Summary(name) for name in library.names()]
        self._counted = False
        self._offer = not self._rows

    def body(self) -> ComposeResult:
        """Today, the table, what to do first."""
        yield Line(id="today")
        yield Rule()
        yield Line(id="columns", classes="faint")
        yield Rows(id="decks")
        yield Static(id="advice")

    def on_mount(self) -> None:
        """The first frame shows the names; the figures come from a worker."""
        self._fill()
        self.query_one(Rows).focus()

    def on_screen_resume(self) -> None:
        """What was done elsewhere shows here."""
        now = self._library.now()
        self.head.left = "studytui"
        self.head.right = f"{now:%m-%d} {weekday(now.date(), self.say)}"
        self.refresh_decks()

    def on_resize(self) -> None:
        """The table takes the room there is."""
        super().on_resize()
        self._fill()

    def refresh_decks(self) -> None:
        """Look at the library again."""
        names = self._library.names()
        known = {row.name: row for row in self._rows if isinstance(row, Summary)}
        self._offer = self._offer if self._offer and not names else not names
        self._rows = [known.get(name, Summary(name)) for name in names] or list(self._library.bundled())
        self._fill()
        if names:
            self._count()

    @work(thread=True, exclusive=True)
    def _count(self) -> None:
        worker = get_current_worker()
        found = []
        for summary in self._library.summaries():
            if worker.is_cancelled:
                return
            found.append(summary)
        self.app.call_from_thread(self._counted_all, found)

    def _counted_all(self, found: list[Summary]) -> None:
        if self._rows and isinstance(self._rows[0], Summary):
            self._rows, self._counted = list(found), True
            self._fill()

    def _fill(self) -> None:
        rows = self.query_one(Rows)
        at = rows.highlighted or 0
        rows.clear_options()
        rows.add_options([Option(self._row(row)) for row in self._rows])
        if self._rows:
            rows.highlighted = min(at, len(self._rows) - 1)
        self._say_today()

    def _row(self, row: Summary | Bundled) -> Content:
        name_cells = max(10, self.size.width - 4 - 3 * FIGURES - READY - SPEECH)
        if isinstance(row, Bundled):
            return plain(padded(row.title, name_cells) + padded(str(row.nodes), FIGURES, right=True))
        name = padded(row.name, name_cells)
        if row.problem is not None:
            return Content.assemble(plain(name), (f"  ! {self.say.say(row.problem)}", "$error"))
        if not row.id:
            return plain(name)
        figures = "".join(padded(str(n), FIGURES, right=True) for n in (row.nodes, row.due, row.weak))
        ready = f"  {bar(row.readiness)} {percent(row.readiness):>4}"[:READY].ljust(READY)
        speech = speech_day(row.speech, self._library.today(), self.say) if row.speech else ""
        return plain(name + figures + ready + " " + speech)
