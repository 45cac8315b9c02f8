"""What a screen asks of the app: to open another screen, or to go on with the session."""

from dataclasses import dataclass

from textual.message import Message

from studytui.errors import StudyError
from studytui.messages import Message as Sentence


class Request(Message):
    """What a screen asks of the app."""


@dataclass
class OpenDeck(Request):
    """Show a deck."""

    name: str


@dataclass
class ShowWeak(Request):
    """Show the weak items of one deck, or of all."""

    deck: str | None = None


class ShowSettings(Request):
    """Show what can be set."""


@dataclass
class Bring(Request):
    """Bring a document in: a pasted text, a path, or neither, and then it is asked for."""

    text: str = ""
    path: str = ""


class GoOn(Request):
    """Go on with the most useful thing: the session that was left, else today's."""


class TakeBack(Request):
    """Take back the last answer of the session that has just ended."""


@dataclass
class NotSaved(Request):
    """An answer could not be saved; another folder is to be offered."""

    error: StudyError


class StepDone(Request):
    """The session has come to its next step."""


class StopHere(Request):
    """Stop the session here; what was answered is on disk."""


@dataclass
class Refused(Request):
    """A document could not be understood."""

    error: StudyError


@dataclass
class Told(Request):
    """Something is to be said on the screen that comes next."""

    said: Sentence


@dataclass
class Brought(Request):
    """A document has become a deck."""

    name: str
