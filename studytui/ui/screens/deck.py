"""A deck: its outline is its progress; practice begins where the cursor is."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from studytui.cards.card import Card
from studytui.catalogue import Catalogue
from studytui.errors import StudyError
from studytui.messages import Message, message
from studytui.study.deck import StudyDeck
from studytui.study.library import Library
from studytui.ui.screens.deciding import DECIDE
from studytui.ui.screens.dialogs import PromptScreen
from studytui.ui.screens.editing import EDIT, EditingFrame
from studytui.ui.screens.frame import HELP
from studytui.ui.screens.outline_rows import Row, drawn, name_of, nodes_of, part_of, rows
from studytui.ui.screens.practising import PRACTISE, PractisingFrame
from studytui.ui.screens.requests import ShowWeak
from studytui.ui.screens.speaking import SPEAK, SpeakingFrame
from studytui.ui.screens.study_requests import ShowSpeech, Told
from studytui.ui.screens.under_cursor import told_of
from studytui.ui.show.dates import speech_day
from studytui.ui.show.glyphs import percent
from studytui.ui.widgets.line import Line, Rule
from studytui.ui.widgets.rows import Rows

SHOWS = ("source", "simplified", "traditional")
SHOWN = {
    "source": message("as in the source"),
    "simplified": message("simplified characters"),
    "traditional": message("traditional characters"),
}


class DeckScreen(PractisingFrame, SpeakingFrame, EditingFrame):
    """The outline with the state of each node; space studies the part under the cursor."""

    BINDINGS = [
        Binding("space", "study", "Study this", tooltip="Study the part under the cursor: a point, a group, a section"),
        Binding("enter", "fold", "Fold", tooltip="Fold or unfold"),
        *PRACTISE,
        *EDIT,
        *SPEAK,
        Binding("S", "study_all", "All", tooltip="Study the whole deck"),
        Binding("w", "weak", "Weak", tooltip="The weak items of this deck"),
        Binding("v", "speech", "Text", tooltip="Read the whole text"),
        Binding("t", "day", "Day", tooltip="Set the day of the speech"),
        Binding("c", "script", "Script", show=False, tooltip="Source, simplified or traditional characters"),
        *DECIDE,
        Binding("r", "rename", "Rename", show=False),
        Binding("a", "archive", "Put aside", show=False, tooltip="Put the deck aside (it keeps its progress)"),
        Binding("x", "delete", "Delete", show=False, tooltip="Delete the deck (it is kept in backups/)"),
        HELP,
        Binding("escape", "leave", "Back"),
    ]
    CSS_PATH = "deck.tcss"
    BEGIN = ("space",)

    def __init__(self, say: Catalogue, library: Library, deck: StudyDeck) -> None:
        super().__init__(say, library)
        self._deck = deck
        self._folded: set[int] = set()
        self._rows: list[Row] = []

    def body(self) -> ComposeResult:
        """The outline, and two lines about what the cursor is on."""
        yield Rows()
        yield Rule()
        yield Line(id="here")
        yield Line(id="around", classes="faint")

    def on_mount(self) -> None:
        """The outline has the keys."""
        self.query_one(Rows).focus()
        found = self._deck.told()
        if found.changed:
            self.tell(
                message(
                    "The file was changed: {new} new, {reworded} reworded, {moved} moved, {gone} gone."
                    " All history is kept.",
                    new=len(found.new),
                    reworded=len(found.reworded),
                    moved=len(found.moved),
                    gone=len(found.gone),
                )
            )
            return
        other = self.library.versions.note_of(self._deck.name)
        if other is not None:
            self.tell(other)

    def on_screen_resume(self) -> None:
        """What was studied or edited meanwhile shows."""
        if not self.library.holds(self._deck):
            with suppress(StudyError):  # it is gone or cannot be read, which home says
                self._deck, self._folded = self.library.deck(self._deck.name), set()
        self._fill()

    def on_resize(self) -> None:
        """The rows take the room there is."""
        self._fill()

    def chosen(self) -> str | None:
        """This deck."""
        return self._deck.name

    def deck(self) -> StudyDeck:
        """This deck."""
        return self._deck

    def part(self) -> Sequence[Card]:
        """The cards under the cursor."""
        row = self._row()
        return part_of(self._deck, row) if row is not None else ()

    def named(self) -> str:
        """What is under the cursor is called so."""
        row = self._row()
        return name_of(self._deck, row) if row is not None else ""

    def nodes(self) -> Sequence[int]:
        """The nodes under the cursor."""
        row = self._row()
        return nodes_of(self._deck, row) if row is not None else ()

    def decided(self) -> None:
        """The rows say it."""
        self._fill()

    def shelved(self, said: Message) -> None:
        """Back to home, where its new name stands or where it is missing."""
        self.post_message(Told(said))
        self.dismiss()

    @on(OptionList.OptionSelected)
    def action_fold(self) -> None:
        """Fold or unfold what the cursor is on."""
        row = self._row()
        if row is not None and row.node is not None and self._deck.outline.subtree(row.node):
            self._folded ^= {row.node}
            self._fill()

    def action_weak(self) -> None:
        """The weak items of this deck."""
        self.post_message(ShowWeak(self._deck.name))

    def action_speech(self) -> None:
        """The whole text."""
        self.post_message(ShowSpeech(self._deck))

    @work(group="dialog")
    async def action_day(self) -> None:
        """Ask for the day of the speech."""
        if self.refuses():
            return
        known = self._deck.day.isoformat() if self._deck.day else ""
        ask = message("Day of the speech (year-month-day; empty: none)")
        answer = await self.app.push_screen_wait(PromptScreen(self.say, ask, known, message("2026-12-31")))
        if answer is None:
            return
        try:
            day = date.fromisoformat(answer) if answer else None
        except ValueError:
            self.complain(StudyError("“{day}” is not a day; write it like 2026-12-31.", day=answer))
            return
        self._change(lambda: self.library.set_day(self._deck.name, day))

    def action_script(self) -> None:
        """Show the next script; the file keeps its own."""
        show = SHOWS[(SHOWS.index(self._deck.file.show) + 1) % len(SHOWS)]
        if self._change(lambda: self.library.set_show(self._deck.name, show)):
            self.tell(SHOWN[show])

    def action_leave(self) -> None:
        """Back to home."""
        self.dismiss()

    def _change(self, change: Callable[[], StudyDeck]) -> bool:
        try:
            self._deck = change()
        except StudyError as error:
            self.complain(error)
            return False
        self._fill()
        return True

    def _row(self) -> Row | None:
        at = self.query_one(Rows).highlighted
        return None if at is None or at >= len(self._rows) else self._rows[at]

    def _fill(self) -> None:
        list_ = self.query_one(Rows)
        at = list_.highlighted or 0
        self._rows = rows(self._deck, self._folded)
        cells = max(30, self.size.width - 3)
        list_.clear_options()
        list_.add_options([Option(drawn(self._deck, row, cells, self._folded, self.say)) for row in self._rows])
        if self._rows:
            list_.highlighted = min(at, len(self._rows) - 1)
        self._head()
        self._tell_row()

    def _head(self) -> None:
        self.head.left = self._deck.title
        day = speech_day(self._deck.day, self.library.today(), self.say) if self._deck.day else ""
        ready = self.say("readiness {share}", share=percent(self._deck.readiness()))
        only = self.say("read only") if self.library.read_only else ""
        self.head.right = "   ".join(filter(None, (only, day, ready)))

    @on(OptionList.OptionHighlighted)
    def _tell_row(self) -> None:
        here, around = self.query_one("#here", Line), self.query_one("#around", Line)
        told = told_of(self._deck, self._row(), self.say)
        here.left, here.right = told.here, told.state
        around.left, around.right = told.neighbours, told.below
