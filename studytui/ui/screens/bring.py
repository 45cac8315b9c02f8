"""Bringing a document in, first half: a path is typed or chosen, or the document itself is pasted."""

import os
from contextlib import suppress

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.message import Message
from textual.widgets import Input
from textual.worker import get_current_worker

from studytui.catalogue import Catalogue
from studytui.errors import StudyError
from studytui.study.folder import Entry, beginning_with, completed, remembered, remembering, suffixes
from studytui.study.library import Library
from studytui.ui.screens.frame import Frame
from studytui.ui.screens.requests import Bring
from studytui.ui.show.text import clean, fit, plain, width
from studytui.ui.widgets.page import Page
from studytui.ui.widgets.sheet import Sheet
from studytui.ui.widgets.typed import TypedLine

LONG = 2_000
"""A paste of so many characters is no path, though it be one line."""
FOLDERS = "folders"
"""The name under which the recent folders are kept."""


class PathInput(TypedLine):
    """A line for a path, which hands a paste of several lines on as the document itself."""

    BINDINGS = [
        Binding("tab", "complete", show=False),
        Binding("down", "choose(1)", show=False),
        Binding("up", "choose(-1)", show=False),
    ]

    class Pasted(Message):
        """Several lines were pasted."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    class Complete(Message):
        """The path is to be completed."""

    class Choose(Message):
        """One of the paths that it may become is to be chosen."""

        def __init__(self, by: int) -> None:
            super().__init__()
            self.by = by

    def action_complete(self) -> None:
        """Ask for the rest."""
        self.post_message(self.Complete())

    def action_choose(self, by: int) -> None:
        """Go through what it may become."""
        self.post_message(self.Choose(by))

    def _on_paste(self, event: events.Paste) -> None:
        # Input keeps only the first line of a paste and says nothing about the others. One line is left to Input,
        # whose own handler Textual calls after this one.
        if len(event.text.strip().splitlines()) > 1 or len(event.text) > LONG:
            event.stop()
            event.prevent_default()
            self.post_message(self.Pasted(event.text))


class BringScreen(Frame):
    """Asks for a path and shows what it may become; a paste of several lines is taken as the document itself."""

    BINDINGS = [
        Binding("enter", "read", "Read it", tooltip="Read the file, or go into the folder"),
        Binding("tab", "complete", "Complete", tooltip="Complete the path as far as it is clear"),
        Binding("down", "choose", "Go through", key_display="↓", tooltip="Choose a folder or a document"),
        Binding("f1", "help", "Help"),
        Binding("escape", "leave", "Back"),
    ]
    CSS_PATH = "bring.tcss"

    def __init__(self, say: Catalogue, library: Library, update: str = "") -> None:
        """Make the screen; ``update`` names the deck of which a new version is brought in."""
        super().__init__(say)
        self._library, self._update = library, update
        self._entries: list[Entry] = []
        self._known = suffixes()

    def body(self) -> ComposeResult:
        """What to do, a line to type in, and what it may become."""
        say = self.say
        yield Page(say("Paste the outline here, the whole text at once, or choose a document."))
        yield PathInput(placeholder=say("path of a document"), select_on_focus=False)
        yield Sheet(id="entries")
        hint = say(
            "Nothing is stored before you have seen how it is understood. Formats: {formats}",
            formats=" ".join(sorted(self._known)),
        )
        yield Page(hint, classes="hint")

    def on_mount(self) -> None:
        """The line has the keys."""
        self.head.left = self.say("Bring in a document")
        if self._update:
            self.head.right = self.say("new version of {name}", name=self._update)
        self.entries.can_focus = self.entries.lit = False
        self.query_one(PathInput).focus()
        self._list("")

    @property
    def entries(self) -> Sheet:
        """What the path may become."""
        return self.query_one("#entries", Sheet)

    @property
    def typed(self) -> str:
        """The path, without the quotes that a terminal puts round a file that is dropped on it."""
        return self.query_one(PathInput).value.strip().strip("'\"")

    @on(Input.Changed)
    def _typed(self) -> None:
        self.entries.lit = False
        self._list(self.typed)

    @work(thread=True, exclusive=True, group="list")
    def _list(self, typed: str) -> None:
        """Look into the folder, beside the screen: its disk may be slow."""
        worker = get_current_worker()
        recent = [] if typed else remembered(self._library.preference(FOLDERS))
        found = [*recent, *beginning_with(typed, self._known)]
        if not worker.is_cancelled:
            self.app.call_from_thread(self._show, typed, found)

    def _show(self, typed: str, found: list[Entry]) -> None:
        if typed == self.typed:
            self._entries = found
            self.entries.show(len(found), self._draw, 0)

    def _draw(self, row: int, cells: int) -> Content:
        entry = self._entries[row]
        name = entry.name + (os.sep if entry.folder and not entry.name.endswith(os.sep) else "")
        return plain(_end_of(name, cells) if entry.path == entry.name else fit(name, cells), "bold" * entry.folder)

    @on(PathInput.Complete)
    def action_complete(self) -> None:
        """Complete the path as far as it is clear."""
        if self.entries.lit:
            self._take(self._entries[self.entries.cursor].path)
        elif self.typed:
            self._take(completed(self.typed, self._entries))

    @on(PathInput.Choose)
    def _choose(self, event: PathInput.Choose) -> None:
        entries = self.entries
        if self._entries and entries.lit:
            entries.cursor += event.by
        elif self._entries:
            entries.lit = True

    def action_choose(self) -> None:
        """Choose the first one; the line itself takes the key before this."""

    @on(Sheet.Clicked)
    def _entry_clicked(self, event: Sheet.Clicked) -> None:
        self.entries.lit = True
        self.entries.cursor = event.row
        self.action_read()

    def on_input_submitted(self) -> None:
        """A path was typed or chosen."""
        self.action_read()

    def on_path_input_pasted(self, event: PathInput.Pasted) -> None:
        """A document was pasted."""
        self.post_message(Bring(event.text, update=self._update))

    def action_read(self) -> None:
        """Read what is chosen, else what the path names; go into a folder."""
        lit = self.entries.lit and self.entries.cursor < len(self._entries)
        path = self._entries[self.entries.cursor].path if lit else self.typed
        folders = {entry.path for entry in self._entries if entry.folder}
        if path in folders or path + os.sep in folders:
            self._take(path.rstrip(os.sep) + os.sep)
        elif path:
            with suppress(StudyError):  # it is only a convenience
                kept = remembering(self._library.preference(FOLDERS), path)
                self._library.prefer(FOLDERS, kept)
            self.post_message(Bring(path=path, update=self._update))

    def action_leave(self) -> None:
        """Back, nothing brought in."""
        self.dismiss()

    def _take(self, path: str) -> None:
        line = self.query_one(PathInput)
        line.value = path
        line.cursor_position = len(line.value)


def _end_of(path: str, cells: int) -> str:
    """A path whose end, which tells most, is always shown."""
    shown = clean(path)
    while width(shown) > cells:
        shown = "…" + shown[max(2, width(shown) - cells) :]
    return shown
