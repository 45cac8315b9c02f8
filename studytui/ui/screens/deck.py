"""A deck: its outline is its progress; practice begins where the cursor is."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from studytui.cards.card import Card, Kind
from studytui.cards.label import numbered
from studytui.catalogue import Catalogue
from studytui.errors import StudyError
from studytui.messages import Message, message
from studytui.study.deck import StudyDeck
from studytui.study.library import Library
from studytui.study.plan import for_part
from studytui.study.reasons import because
from studytui.study.steps import Step
from studytui.ui.screens.deciding import DECIDE
from studytui.ui.screens.dialogs import PromptScreen
from studytui.ui.screens.editing import EDIT, EditingFrame
from studytui.ui.screens.frame import HELP
from studytui.ui.screens.outline_rows import Row, drawn, name_of, node_memory, node_reason, nodes_of, part_of, rows
from studytui.ui.screens.requests import ShowWeak
from studytui.ui.screens.speaking import SPEAK, SpeakingFrame
from studytui.ui.screens.study_requests import Examine, ShowDrills, ShowSpeech, Study, Told
from studytui.ui.show.dates import comes_back, speech_day
from studytui.ui.show.glyphs import percent
from studytui.ui.widgets.line import Line, Rule
from studytui.ui.widgets.rows import Rows

SHOWS = ("source", "simplified", "traditional")
SHOWN = {
    "source": message("as in the source"),
    "simplified": message("simplified characters"),
    "traditional": message("traditional characters"),
}


class DeckScreen(SpeakingFrame, EditingFrame):
    """The outline with the state of each node; space studies the part under the cursor."""

    BINDINGS = [
        Binding("space", "study", "Study this", tooltip="Study the part under the cursor: a point, a group, a section"),
        Binding("enter", "fold", "Fold", tooltip="Fold or unfold"),
        Binding("d", "drills", "Drills", tooltip="Choose how to practise the part under the cursor"),
        Binding("D", "drills_all", "Drills", show=False, tooltip="Choose how to practise the whole deck"),
        *EDIT,
        *SPEAK,
        Binding("f", "exam", "Exam", show=False, tooltip="An exam over the part under the cursor (F: the whole deck)"),
        Binding("F", "exam_all", show=False),
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
        other = self.library.note_of(self._deck.name)
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

    def action_study(self) -> None:
        """Study the part under the cursor."""
        part = self.part()
        if part:
            self._study(for_part(self._deck, part, self.library.settings, self.library.known_words))

    def action_drills(self) -> None:
        """Choose how to practise the part under the cursor."""
        row, part = self._row(), self.part()
        if row is not None and part:
            self.post_message(ShowDrills(self._deck, part, self.nodes(), name_of(self._deck, row)))

    def action_drills_all(self) -> None:
        """Choose how to practise the whole deck."""
        nodes = range(len(self._deck.outline.nodes))
        self.post_message(ShowDrills(self._deck, self._deck.cards, nodes, self._deck.title))

    def action_exam(self) -> None:
        """An exam over the part under the cursor."""
        row, part = self._row(), self.part()
        if row is not None and part:
            self.post_message(Examine(self._deck, part, name_of(self._deck, row)))

    def action_exam_all(self) -> None:
        """An exam over the whole deck."""
        self.post_message(Examine(self._deck, self._deck.cards, self._deck.title))

    def action_study_all(self) -> None:
        """Study the whole deck."""
        self._study(for_part(self._deck, self._deck.cards, self.library.settings, self.library.known_words))

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

    def _study(self, steps: Sequence[Step]) -> None:
        if steps:
            self.post_message(Study(steps))
        else:
            self.tell(message("There is nothing to ask here."))

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
        row, deck = self._row(), self._deck
        here, around = self.query_one("#here", Line), self.query_one("#around", Line)
        here.left = here.right = around.left = around.right = ""
        if row is None:
            return
        if row.node is None:
            here.left = deck.outline.about(row.home, row.group).lead
            return
        node = deck.outline.nodes[row.node]
        here.left = numbered(node.marker, node.text)
        here.right = self._state(row.node)
        around.left = self._neighbours(row)
        around.right = self._body(row.node)

    def _state(self, node: int) -> str:
        memory, weak = node_memory(self._deck, node), node_reason(self._deck, node)
        parts = []
        if memory is not None and not memory.new:
            parts.append(percent(memory.retrievability(self._deck.today)))
            parts.append(self.say("back {when}", when=self.say.say(comes_back(memory.due - self._deck.today))))
        if weak is not None:
            parts.append(self.say.say(because(self._deck, *weak)))
        return "   ".join(parts)

    def _neighbours(self, row: Row) -> str:
        outline, node = self._deck.outline, row.node
        members = self._deck.members(row.home, row.group)
        at = members.index(node) if node is not None else 0
        parts = []
        if at > 0:
            parts.append(self.say("before: {text}", text=outline.nodes[members[at - 1]].text))
        if at + 1 < len(members):
            parts.append(self.say("next: {text}", text=outline.nodes[members[at + 1]].text))
            link = next((c for c in self._deck.cards_of(members[at]) if c.kind is Kind.LINK), None)
            if link is not None and not self._deck.memory(link).new:
                chance = percent(self._deck.memory(link).retrievability(self._deck.today))
                parts.append(self.say("(link {chance})", chance=chance))
        return "   ".join(parts)

    def _body(self, node: int) -> str:
        one = self._deck.outline.nodes[node]
        if self._deck.wants(node):
            return self.say("learnt word for word")
        if one.gaps:
            return self.say("text missing")
        return "" if one.body else self.say("no text below")
