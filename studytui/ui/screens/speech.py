"""The whole speech, to be read."""

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll

from studytui.catalogue import Catalogue
from studytui.study.deck import StudyDeck
from studytui.ui.screens.frame import HELP, Frame
from studytui.ui.screens.pages import speech
from studytui.ui.widgets.page import Page


class SpeechScreen(Frame):
    """All the text of a deck in reading order."""

    BINDINGS = [
        Binding("down,j", "scroll(1)", "Scroll", key_display="Up/Down"),
        Binding("up,k", "scroll(-1)", show=False),
        Binding("space,pagedown", "scroll(15)", "A page on"),
        Binding("pageup,b", "scroll(-15)", show=False),
        Binding("home,g", "ends(True)", "To the top", show=False),
        Binding("end,G", "ends(False)", "To the end", show=False),
        HELP,
        Binding("escape,v,q", "leave", "Back"),
    ]
    CSS_PATH = "speech.tcss"

    def __init__(self, say: Catalogue, deck: StudyDeck) -> None:
        super().__init__(say)
        self._deck = deck

    def body(self) -> ComposeResult:
        """The text."""
        with VerticalScroll(can_focus=False):
            yield Page()

    def on_mount(self) -> None:
        """Show the text."""
        self.head.left = self._deck.title
        self.query_one(Page).blocks = speech(self._deck.outline, self.say)

    def action_scroll(self, lines: int) -> None:
        """Move the text."""
        self.query_one(VerticalScroll).scroll_relative(y=lines, animate=False)

    def action_ends(self, top: bool) -> None:
        """To the top or the end."""
        scroll = self.query_one(VerticalScroll)
        scroll.scroll_home(animate=False) if top else scroll.scroll_end(animate=False)

    def action_leave(self) -> None:
        """Back to the deck."""
        self.dismiss()
