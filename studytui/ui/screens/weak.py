"""Weak items: what they are and why; one key drills them all."""

from time import monotonic

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option
from textual.worker import get_current_worker

from studytui.cards.card import Card
from studytui.cards.label import label
from studytui.catalogue import Catalogue
from studytui.errors import StudyError
from studytui.memory.weak import strength
from studytui.study.deck import StudyDeck
from studytui.study.library import Library
from studytui.study.plan import for_cards
from studytui.study.reasons import because
from studytui.study.weakest import Item, Weak, found, opened, weakest
from studytui.ui.screens.frame import HELP, Frame
from studytui.ui.screens.requests import Study
from studytui.ui.show.glyphs import bar
from studytui.ui.show.text import padded, plain, width
from studytui.ui.widgets.line import Line
from studytui.ui.widgets.rows import Rows

MOST = 100
"""So many are listed of all decks together: more are no list any more, and each deck that is listed is opened."""
PATIENCE = 0.4
"""Seconds of looking after which it is shown how far it is, and so again."""
BAR = 20


class WeakScreen(Frame):
    """The weak cards of one deck or of all, the weakest first, each with its reason."""

    BINDINGS = [
        Binding("space", "drill", "Drill all of them"),
        Binding("enter", "one", "Drill this one"),
        HELP,
        Binding("escape,w", "leave", "Back"),
    ]
    CSS_PATH = "weak.tcss"

    def __init__(self, say: Catalogue, library: Library, deck: str | None) -> None:
        super().__init__(say)
        self._library, self._deck = library, deck
        self._found: list[Item] = []
        self._looked = False

    def body(self) -> ComposeResult:
        """The list, and the whole of what the cursor is on."""
        yield Rows()
        yield Line(id="whole", classes="faint")

    def on_mount(self) -> None:
        """The list has the keys."""
        self.query_one(Rows).focus()

    def on_screen_resume(self) -> None:
        """What was drilled meanwhile may no longer be weak."""
        self.head.left = self.say("Weak items")
        self._find()

    @work(thread=True, exclusive=True, group="find")
    def _find(self) -> None:
        """Look through the decks; where that takes a while it shows how far it is, and Esc leaves."""
        worker, since = get_current_worker(), monotonic()
        weak: list[Weak] = []
        items: list[Item] = []
        try:
            names = self._library.names() if self._deck is None else (self._deck,)
            if self._deck is not None:
                self._library.deck(self._deck)  # why it cannot be used is said
        except StudyError as error:
            self.app.call_from_thread(self.complain, error)
            names = ()
        for done, more in enumerate(found(self._library, names), 1):
            weak += more
            if worker.is_cancelled:
                return
            if monotonic() - since > PATIENCE:
                since = monotonic()
                self.app.call_from_thread(self._finding, done / len(names))
        for cards in opened(self._library, weakest(weak, MOST if self._deck is None else len(weak))):
            items += cards
            if worker.is_cancelled:
                return
        items.sort(key=lambda item: strength(item[2]))
        self.app.call_from_thread(self._show, items, len(weak))

    def _finding(self, share: float) -> None:
        self.head.right = self.say("looking {bar}   Esc leaves", bar=bar(share, BAR))

    def _show(self, items: list[Item], all_: int) -> None:
        self._found = items
        self.head.right = self.say("{n} item", plural="{n} items", n=len(items))
        if len(items) < all_:
            self.head.right = self.say("the weakest {n} of {all}", n=len(items), all=all_)
        self._looked = True
        self._fill()
        self.keys_changed()

    def on_resize(self) -> None:
        """The rows take the room there is."""
        self._fill()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There must be something to drill."""
        return bool(self._found) if action in ("drill", "one") else super().check_action(action, parameters)

    def action_drill(self) -> None:
        """All of them, the weakest first."""
        self.post_message(Study(for_cards((deck, card) for deck, card, _ in self._found)))

    @on(OptionList.OptionSelected)
    def action_one(self) -> None:
        """The one under the cursor."""
        at = self.query_one(Rows).highlighted
        if at is not None and self._found:
            self.post_message(Study(for_cards([self._found[at][:2]])))

    def action_leave(self) -> None:
        """Back."""
        self.dismiss()

    @on(OptionList.OptionHighlighted)
    def _whole(self, event: OptionList.OptionHighlighted) -> None:
        if event.option_index < len(self._found):
            deck, card, _ = self._found[event.option_index]
            self.query_one("#whole", Line).left = self.say("{deck}: {text}", deck=deck.name, text=_text(deck, card))

    def _fill(self) -> None:
        rows = self.query_one(Rows)
        at = rows.highlighted or 0
        rows.clear_options()
        if not self._looked:
            return
        if not self._found:
            rows.add_option(Option(self.say("Nothing is weak. New points are not weak, they are new."), disabled=True))
            self.query_one("#whole", Line).left = ""
            return
        names = [self.say.say(label(card, deck.outline)) for deck, card, _ in self._found]
        reasons = [self.say.say(because(deck, card, reason)) for deck, card, reason in self._found]
        room = max(20, self.size.width - 4)
        right = min(max(map(width, reasons)), room * 2 // 5)
        left = min(max(map(width, names)), (room - right) // 2)
        middle = max(0, room - left - right - 4)
        for (deck, card, _), name, why in zip(self._found, names, reasons, strict=True):
            text = padded(_text(deck, card), middle)
            rows.add_option(
                Option(
                    Content.assemble(
                        plain(padded(name, left), "bold"),
                        "  ",
                        plain(text),
                        "  ",
                        plain(padded(why, right), "$warning"),
                    )
                )
            )
        rows.highlighted = min(at, len(self._found) - 1)


def _text(deck: StudyDeck, card: Card) -> str:
    return deck.outline.nodes[card.node].text if card.node is not None else deck.title
