"""Bringing a document in, first half: a path is typed, or the document itself is pasted."""

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.message import Message

from studytui.ui.screens.frame import Frame
from studytui.ui.screens.requests import Bring
from studytui.ui.widgets.page import Page
from studytui.ui.widgets.typed import TypedLine


class PathInput(TypedLine):
    """A line for a path, which hands a paste of several lines on as the document itself."""

    class Pasted(Message):
        """Several lines were pasted."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    def _on_paste(self, event: events.Paste) -> None:
        # Input keeps only the first line of a paste and says nothing about the others. One line is left to Input,
        # whose own handler Textual calls after this one.
        if len(event.text.strip().splitlines()) > 1:
            event.stop()
            event.prevent_default()
            self.post_message(self.Pasted(event.text))


class BringScreen(Frame):
    """Asks for a path; a paste of several lines is taken as the document itself."""

    BINDINGS = [
        Binding("enter", "read", "Read it", tooltip="Read the file and show how it is understood"),
        Binding("escape", "leave", "Back"),
        Binding("f1", "help", "Help"),
    ]
    CSS_PATH = "bring.tcss"

    def body(self) -> ComposeResult:
        """What to do, and a line to type in."""
        say = self.say
        yield Page(say("Paste the outline here, the whole text at once, or type the path of a document."))
        yield PathInput(placeholder=say("path of a .docx, .pdf, .html, .txt … file"))
        hint = say(
            "Word, WPS, PDF, saved web pages and text are read; or select all, copy, paste here. "
            "Nothing is stored before you have seen how it is understood."
        )
        yield Page(hint, classes="hint")

    def on_mount(self) -> None:
        """The line has the keys."""
        self.head.left = self.say("Bring in a document")
        self.query_one(PathInput).focus()

    def on_input_submitted(self) -> None:
        """A path was typed."""
        self.action_read()

    def on_path_input_pasted(self, event: PathInput.Pasted) -> None:
        """A document was pasted."""
        self.post_message(Bring(event.text))

    def action_read(self) -> None:
        """Read what the path names."""
        path = self.query_one(PathInput).value.strip().strip("'\"")
        if path:
            self.post_message(Bring(path=path))

    def action_leave(self) -> None:
        """Back to home, nothing brought in."""
        self.dismiss()
