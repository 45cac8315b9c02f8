"""What home asks of the app; what other screens ask of it is loaded with them."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual.message import Message

from studytui.study.summary import Summary


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
    """Bring a document in: a pasted text, a path, or neither, and then it is asked for.

    Attributes:
        text: The pasted text.
        path: The path.
        update: The deck of which it is a new version; empty for a new deck.
    """

    text: str = ""
    path: str = ""
    update: str = ""


@dataclass
class GoOn(Request):
    """Go on with the most useful thing: the session that was left, else today's.

    Attributes:
        rows: The decks, as they were counted.
    """

    rows: Sequence[Summary]
