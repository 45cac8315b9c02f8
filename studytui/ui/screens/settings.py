"""What a person can set about how answers are taken."""

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from studytui.catalogue import Catalogue
from studytui.errors import StudyError
from studytui.study.library import APART, FOLD, Library
from studytui.ui.screens.frame import HELP, Frame
from studytui.ui.show.text import padded, plain, width
from studytui.ui.widgets.page import Block, Page
from studytui.ui.widgets.rows import Rows

VALUE = 10


class SettingsScreen(Frame):
    """One line a choice; Enter changes it, and it is kept at once."""

    BINDINGS = [
        Binding("enter,space", "change", "Change"),
        HELP,
        Binding("escape", "leave", "Back"),
    ]
    CSS_PATH = "settings.tcss"

    def __init__(self, say: Catalogue, library: Library) -> None:
        super().__init__(say)
        self._library = library

    def body(self) -> ComposeResult:
        """The choices, and what the one under the cursor means."""
        yield Rows()
        yield Page(id="meaning")

    def on_mount(self) -> None:
        """Show them."""
        self.head.left = self.say("Options")
        self._fill()
        self.query_one(Rows).focus()

    def on_resize(self) -> None:
        """The rows take the room there is."""
        self._fill()

    @on(OptionList.OptionSelected)
    def action_change(self) -> None:
        """Change the choice under the cursor."""
        try:
            self._library.prefer(FOLD, "" if self._apart else APART)
        except StudyError as error:
            self.complain(error)
            return
        self._fill()

    def action_leave(self) -> None:
        """Back."""
        self.dismiss()

    @property
    def _apart(self) -> bool:
        return self._library.preference(FOLD) == APART

    def _fill(self) -> None:
        list_ = self.query_one(Rows)
        name, value = self.say("zh, ch, sh count as z, c, s"), self.say("no") if self._apart else self.say("yes")
        cells = max(30, self.size.width - 3)
        list_.clear_options()
        list_.add_option(Option(plain(padded(name, cells - max(VALUE, width(value))) + padded(value, VALUE))))
        list_.highlighted = 0
        meaning = self.say("When an answer is typed in full pinyin, zongyao is taken for zhongyao, and the other way.")
        self.query_one("#meaning", Page).blocks = (Block(meaning, style="$text-muted"),)
