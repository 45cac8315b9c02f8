"""What all screens share: two lines above, the keys below, help, and a notice when something could not be done."""

from collections.abc import Callable, Sequence

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.screen import Screen

from studytui.catalogue import Catalogue
from studytui.errors import StudyError
from studytui.messages import Message
from studytui.ui.widgets.keybar import KeyBar
from studytui.ui.widgets.line import Line, Rule

HELP_AMONG_LETTERS = Binding("f1", "help", "Help")
"""Help on a screen where a question mark may be part of the answer."""
HELP = Binding("question_mark", "help", "Help", key_display="?")
SMALL = (60, 15)
"""Below this many columns and rows a screen says what size it needs."""


class Frame(Screen[None]):
    """A screen with a head line, a body and a line of keys.

    Attributes:
        BEGIN: Keys that begin something here, or leave; one that is held since the screen before does neither.
        say: Says messages in the person's language.
        is_painted: Whether what has come to be asked can be seen; before that a key cannot be meant for it.
    """

    DEFAULT_CSS = """
    Frame { background: $background; color: $foreground; }
    Frame > #too-small { display: none; width: 1fr; height: 1fr; content-align: center middle; }
    Frame.small > * { display: none; }
    Frame.small > #too-small { display: block; }
    """

    BEGIN: tuple[str, ...] = ()

    def __init__(self, say: Catalogue) -> None:
        super().__init__()
        self.say = say
        self.head = Line(classes="head")
        self.is_painted = True

    def compose(self) -> ComposeResult:
        """Head, rule, what the screen shows, keys."""
        yield self.head
        yield Rule()
        yield from self.body()
        yield KeyBar(self.say)
        yield Line(id="too-small")

    def body(self) -> ComposeResult:
        """What stands between the head and the keys."""
        return iter(())

    def on_resize(self) -> None:
        """Too small a terminal is told what it needs; making it larger goes on where it was."""
        columns, rows = self.app.size
        small = columns < SMALL[0] or rows < SMALL[1]
        self.set_class(small, "small")
        if small:
            self.query_one("#too-small", Line).left = self.say(
                "Needs {columns} x {rows}; this is {width} x {height}.",
                columns=SMALL[0],
                rows=SMALL[1],
                width=columns,
                height=rows,
            )

    @on(KeyBar.Clicked)
    async def _clicked(self, event: KeyBar.Clicked) -> None:
        await self.run_action(event.action)

    def action_help(self) -> None:
        """Show the keys of this screen; one that is clicked there does here what it does."""
        from studytui.ui.screens.help import HelpScreen  # for the rare moment

        self.app.push_screen(HelpScreen(self.say, [*self.BINDINGS, *self.more_keys()]), self._helped)

    def more_keys(self) -> Sequence[Binding]:
        """Keys that are of use now, and are named in the help only."""
        return ()

    async def _helped(self, action: str | None) -> None:
        if action is not None:
            await self.run_action(action)

    def tell(self, said: Message) -> None:
        """A short notice."""
        self.query_one(KeyBar).tell(self.say.say(said))

    def complain(self, error: StudyError | Message) -> None:
        """Say what could not be done."""
        said = error.message if isinstance(error, StudyError) else error
        self.query_one(KeyBar).tell(self.say.say(said), error=True)

    def quiet(self) -> None:
        """End the notice, if there is one."""
        for bar in self.query(KeyBar):
            bar.clear()

    def busy(self, said: Message | None) -> None:
        """Say what goes on beside this screen, or nothing any more."""
        for bar in self.query(KeyBar):
            bar.busy = self.say.say(said) if said is not None else ""

    def wait_for_paint(self) -> None:
        """Something else is asked from here on: a key that is pressed twice is for what was asked before."""
        self.is_painted = False
        self.when_painted(self._painted)

    def when_painted(self, do: Callable[[], object]) -> None:
        """Do something once what has changed just now can be seen.

        A change of focus is painted in a frame of its own, before the widgets have said what else is to be painted: so
        first a frame is waited for, then the one after which nothing is left.
        """
        self.call_after_refresh(self.call_after_refresh, do)

    def keys_changed(self) -> None:
        """Other keys can be used now."""
        self.query_one(KeyBar).refresh()

    def _painted(self) -> None:
        self.is_painted = True
