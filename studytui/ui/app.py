"""The app: it shows home at once, and loads what follows when a screen asks for it."""

import asyncio
import gc
import os
import signal
import sys
import traceback
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from random import Random
from threading import Lock
from typing import Protocol

from rich.text import Text
from textual import events, on
from textual.app import App, SystemCommand
from textual.screen import Screen

from studytui.catalogue import Catalogue
from studytui.errors import StudyError
from studytui.messages import Message
from studytui.study.entrance import Entrance
from studytui.ui.screens.frame import Frame
from studytui.ui.screens.home import HomeScreen
from studytui.ui.screens.requests import Request
from studytui.ui.screens.shelving import Shelves
from studytui.ui.show.held import HeldKey
from studytui.ui.show.text import clean
from studytui.ui.show.themes import DARK, LIGHT, THEMES

STOPPED = {"SIGHUP": 129, "SIGTERM": 143}
"""Exit codes of an app that was asked to stop from outside, as a shell would give them."""


class Following(Protocol):
    """What the app knows of the flow, which it loads when it needs it."""

    @property
    def library(self) -> Shelves:
        """All of the library."""

    def take(self, request: Request) -> None:
        """Do what a screen asks for."""

    def left_behind(self) -> int:
        """How many questions are left in a session that was stopped."""

    def bring_next(self) -> None:
        """Bring in the documents named at the start."""


class StudyApp(App[None]):
    """Home, and what belongs to no screen: the theme, signals, defects.

    Args:
        entrance: The library that is open, as far as home shows it; or all of it.
        say: Says messages in the person's language.
        rng: Shuffles the boards.
        files: Documents to bring in first.
    """

    COMMAND_PALETTE_BINDING = "ctrl+p"
    CSS_PATH = "screens/home.tcss"
    TITLE = "studytui"

    def __init__(self, entrance: Entrance, say: Catalogue, rng: Random, files: Sequence[str] = ()) -> None:
        super().__init__()
        self._entrance, self._say, self._rng, self._files = entrance, say, rng, files
        self._flow: Following | None = None
        self._loading = Lock()
        self._held = HeldKey()
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = LIGHT.name if entrance.preference("theme") == "light" else DARK.name

    def get_default_screen(self) -> HomeScreen:
        """Home, which is below all others."""
        return HomeScreen(self._say, self._entrance, lambda: self.flow().library, self._left_behind)

    def on_mount(self) -> None:
        """A closed terminal or a polite kill ends the app in order, the terminal restored."""
        if not self.is_headless:
            loop = asyncio.get_running_loop()
            for name, code in STOPPED.items():
                if hasattr(signal, name):
                    stop = partial(loop.call_soon_threadsafe, self.exit, None, code)
                    signal.signal(getattr(signal, name), lambda *_, stop=stop: _stopped(stop))
        self.call_after_refresh(_sweep_again)
        if self._files:
            self.flow().bring_next()

    def flow(self) -> Following:
        """What does what the screens ask for; it is loaded by the first who needs it, in whichever thread."""
        with self._loading:
            if self._flow is None:
                from studytui.ui.flow import Flow  # the first frame does not need it, and it brings nearly everything

                self._flow = Flow(self, self._entrance, self._say, self._rng, self._files)
            return self._flow

    def close(self) -> None:
        """Close the library, as far as it was opened.

        Raises:
            StudyError: State could not be written; the journals have it all.
        """
        whole = self._flow.library if self._flow is not None else self._entrance
        whole.close()

    def notes(self) -> tuple[Message, ...]:
        """What a person should know about the library, as far as it was opened."""
        return () if self._flow is None else self._flow.library.notes()

    async def on_event(self, event: events.Event) -> None:
        """Any key ends the notice that was shown; what the key does may show another.

        A key that is held since the screen before does not begin what this one has to begin.
        """
        if isinstance(event, events.Key) and isinstance(screen := self.screen, Frame):
            screen.quiet()
            if self._held.holds(event.key, event.time, screen) and event.key in screen.BEGIN:
                return
        await super().on_event(event)

    @on(Request)
    def _asked(self, request: Request) -> None:
        self.flow().take(request)

    def _left_behind(self) -> int:
        return 0 if self._flow is None else self._flow.left_behind()

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """All that a key of the screen does, by name: for where a key is taken by the terminal."""
        from studytui.ui.show.keys import described, single, usable  # what the first frame does not need

        for binding in described(screen.BINDINGS) if isinstance(screen, Frame) else ():
            if single(binding) and usable(binding, screen):
                said = self._say(binding.tooltip or binding.description)
                yield SystemCommand(self._say(binding.description), said, partial(screen.run_action, binding.action))

    def action_command_palette(self) -> None:
        """Show what can be done on the screen, to be searched."""
        from textual.command import CommandPalette  # what the first frame does not need

        if isinstance(self.screen, Frame):
            self.push_screen(CommandPalette(placeholder=self._say("What would you like to do?")))

    def _fatal_error(self) -> None:
        """Say in one sentence what a defect means for the person; Textual would print all local variables."""
        error = self._exception or RuntimeError()
        noted = self._entrance.note_crash("".join(traceback.format_exception(error)))
        said = self._say(
            "studytui has met a defect and had to stop. All answers are saved. What happened is in {file}", file=noted
        )
        self.panic(Text(clean(said)))

    def action_theme(self) -> None:
        """Light or dark, kept for the next start."""
        light = self.theme != LIGHT.name
        self.theme = LIGHT.name if light else DARK.name
        try:
            self._entrance.prefer("theme", "light" if light else "dark")
        except StudyError as error:
            if isinstance(self.screen, Frame):
                self.screen.complain(error)


def _stopped(stop: Callable[[], object]) -> None:
    """Stop from outside; where the terminal is gone, all that is still written goes nowhere from this moment on.

    A write to a terminal that is gone would end the thread that writes, and the app would wait for it for ever. So this
    is done at once, whatever the app is at, and not when its loop comes round to it.
    """
    terminal = sys.__stderr__
    if terminal is not None and not os.isatty(terminal.fileno()):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, terminal.fileno())
        os.close(nowhere)
    stop()


def _sweep_again() -> None:
    """Where Python was told not to sweep until the first frame, let it, but not look at what was loaded for that."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()
