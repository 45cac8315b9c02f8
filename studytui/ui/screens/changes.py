"""After the text of a deck was changed: what was kept, reworded, moved, new, gone; a match can be corrected."""

from collections.abc import Sequence

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content

from studytui.cards.label import numbered
from studytui.catalogue import Catalogue
from studytui.errors import StudyError
from studytui.messages import message
from studytui.outline.tree import Outline
from studytui.settings import Settings
from studytui.study.changes import WORDS, Change, What, counts
from studytui.study.matches import Matches
from studytui.study.plan import for_cards, for_part
from studytui.study.steps import Step
from studytui.ui.screens.frame import HELP, Frame
from studytui.ui.screens.picking import PickScreen
from studytui.ui.screens.study_requests import Study
from studytui.ui.show.text import fit, padded, plain, width
from studytui.ui.widgets.line import Line, Rule
from studytui.ui.widgets.sheet import Sheet

STYLES = {What.NEW: "$success", What.GONE: "$error", What.REWORDED: "$warning", What.MOVED: "$accent"}


class ChangesScreen(Frame):
    """One row a change; Enter says what it was, d that it is another, and the history follows."""

    BINDINGS = [
        Binding("space", "study", "Study these", tooltip="Study only what is new or changed"),
        Binding("enter", "same", "It was…", tooltip="Say which point this one was, or has become"),
        Binding(
            "d", "different", "Another", tooltip="It is another point: the history stays with what it was taken for"
        ),
        Binding("u", "undo", "Undo", tooltip="Take the last correction back"),
        HELP,
        Binding("escape", "leave", "Back"),
    ]
    CSS_PATH = "changes.tcss"

    def __init__(self, say: Catalogue, matches: Matches, settings: Settings) -> None:
        super().__init__(say)
        self._matches, self._settings = matches, settings
        self._changes: Sequence[Change] = ()

    def body(self) -> ComposeResult:
        """The figures, the changes, and what the cursor is on."""
        yield Line(id="counts", classes="faint")
        yield Rule()
        yield Sheet(id="changes")
        yield Rule()
        yield Line(id="was", classes="faint")
        yield Line(id="now")

    def on_mount(self) -> None:
        """Everything is found already."""
        self.head.left = self._matches.deck.title
        self.head.right = self.say("All history is kept.")
        self._fill()
        self.sheet.focus()

    @property
    def sheet(self) -> Sheet:
        """The changes."""
        return self.query_one(Sheet)

    @property
    def change(self) -> Change | None:
        """The change under the cursor."""
        return self._changes[self.sheet.cursor] if self.sheet.cursor < len(self._changes) else None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what the row under the cursor allows."""
        change = self.change if self.is_mounted else None
        if action == "different":
            return change is not None and change.node is not None and change.was is not None
        if action == "same":
            return change is not None and bool(self._choices(change))
        if action == "undo":
            return self._matches.corrected > 0
        if action == "study":
            return bool(self._matches.cards)
        return super().check_action(action, parameters)

    def _fill(self, node: int | None = None) -> None:
        """Show all changes, the cursor on that of a node, else where it was."""
        self._changes = self._matches.changes
        said = counts(self._matches.kept, self._changes)
        self.query_one("#counts", Line).left = "   ".join(map(self.say.say, said))
        at = next((at for at, change in enumerate(self._changes) if node is not None and change.node == node), None)
        self.sheet.show(len(self._changes), self._draw, at)
        self.keys_changed()

    def _draw(self, row: int, cells: int) -> Content:
        change = self._changes[row]
        word = self.say.say(WORDS[change.what])
        label = padded(word, max(10, width(word) + 2))
        now, was = self._now(change.node), self._was(change.was)
        text = f"{was} → {now}" if change.what in (What.REWORDED, What.RENUMBERED) else now or was
        return Content.assemble(
            plain(label, STYLES.get(change.what, "$text-muted")), plain(fit(text, max(4, cells - width(label))))
        )

    def _now(self, node: int | None) -> str:
        return "" if node is None else _said(self._matches.deck.outline, node)

    def _was(self, was: int | None) -> str:
        return "" if was is None else _said(self._matches.before.shown, was)

    @on(Sheet.Moved)
    def _tell_row(self) -> None:
        change = self.change
        was, now = self.query_one("#was", Line), self.query_one("#now", Line)
        was.left = self.say("was:  {text}", text=self._was(change.was)) if change and change.was is not None else ""
        now.left = self.say("now:  {text}", text=self._now(change.node)) if change and change.node is not None else ""
        self.keys_changed()

    @on(Sheet.Chosen)
    def _chosen(self) -> None:
        self.action_same()

    def _choices(self, change: Change) -> list[int]:
        """What a row may be matched with: for a gone node those now that are new or changed, else those before."""
        if change.node is None:
            return [c.node for c in self._changes if c.node is not None and c.what in (What.NEW, What.REWORDED)]
        gone = [c.was for c in self._changes if c.what is What.GONE and c.was is not None]
        others = [c.was for c in self._changes if c.what is What.REWORDED and c.was is not None and c != change]
        return [*gone, *others]

    @work(group="dialog")
    async def action_same(self) -> None:
        """Ask which point this one was, or has become."""
        change = self.change
        if change is None or not self.is_current:
            return
        choices = self._choices(change)
        if not choices:
            self.tell(message("There is nothing that it could have been."))
            return
        gone = change.node is None
        ask = (
            message("What has become of “{text}”?", text=self._was(change.was))
            if gone
            else message("What was “{text}” before?", text=self._now(change.node))
        )
        texts = [self._now(i) if gone else self._was(i) for i in choices]
        at = await self.app.push_screen_wait(PickScreen(self.say, ask, texts))
        if at is not None:
            node, was = (choices[at], change.was) if gone else (change.node, choices[at])
            self._correct(node, was)

    def action_different(self) -> None:
        """It is another point."""
        if self.change is not None:
            self._correct(self.change.node, None)

    def _correct(self, node: int | None, was: int | None) -> None:
        if node is None:
            return
        try:
            if was is None:
                self._matches.different(node)
            else:
                self._matches.same(node, was)
        except StudyError as error:
            self.complain(error)
            return
        self._fill(node)
        self.tell(message("The history follows."))

    def action_undo(self) -> None:
        """Take the last correction back."""
        try:
            if self._matches.undo():
                self._fill()
                self.tell(message("It is taken back."))
        except StudyError as error:
            self.complain(error)

    def action_study(self) -> None:
        """Study only what is new or changed."""
        steps = steps_for(self._matches, self._settings)
        if steps:
            self.post_message(Study(steps))

    def action_leave(self) -> None:
        """Back to the deck."""
        self.dismiss()


def steps_for(matches: Matches, settings: Settings) -> list[Step]:
    """A session of what is new or changed: what was known before is asked, what is new is met."""
    deck, cards = matches.deck, matches.cards
    known = [(deck, card) for card in cards if not deck.memory(card).new]
    fresh = [card for card in cards if deck.memory(card).new]
    return [*for_cards(known), *(for_part(deck, fresh, settings) if fresh else ())]


def _said(outline: Outline, node: int) -> str:
    one = outline.nodes[node]
    return numbered(one.marker, one.text)
