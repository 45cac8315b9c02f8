"""What a screen asks of the app: to open another screen, or to go on with the session."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual.message import Message

from studytui.cards.card import Card
from studytui.drills.drill import Drill
from studytui.drills.rehearse import Rehearsal
from studytui.errors import StudyError
from studytui.messages import Message as Sentence
from studytui.study.deck import StudyDeck
from studytui.study.examining import Examining
from studytui.study.rehearsing import Rehearsing
from studytui.study.steps import Step


@dataclass
class OpenDeck(Message):
    """Show a deck."""

    name: str


@dataclass
class ShowWeak(Message):
    """Show the weak items of one deck, or of all."""

    deck: str | None = None


@dataclass
class ShowSpeech(Message):
    """Show the whole text of a deck."""

    deck: StudyDeck


@dataclass
class ShowDrills(Message):
    """Show the ways to practise a part of a deck."""

    deck: StudyDeck
    part: Sequence[Card]
    name: str


@dataclass
class LookUp(Message):
    """Texts of a deck are wanted word for word: how they are read is to be looked up."""

    deck: StudyDeck


@dataclass
class Rehearse(Message):
    """Begin a rehearsal."""

    deck: StudyDeck
    run: Rehearsal


@dataclass
class Rehearsed(Message):
    """A rehearsal was stopped, or has come to its end."""

    rehearsing: Rehearsing


@dataclass
class Examine(Message):
    """Begin an exam over a part of a deck."""

    deck: StudyDeck
    part: Sequence[Card]
    name: str


@dataclass
class Examined(Message):
    """An exam was stopped or has come to its end; None where it was not begun."""

    exam: Examining | None


class ShowSettings(Message):
    """Show what can be set."""


@dataclass
class Bring(Message):
    """Bring a document in: a pasted text, a path, or neither, and then it is asked for."""

    text: str = ""
    path: str = ""


@dataclass
class Study(Message):
    """Begin a session."""

    steps: Sequence[Step]


class GoOn(Message):
    """Go on with the most useful thing: the session that was left, else today's."""


class TakeBack(Message):
    """Take back the last answer of the session that has just ended."""


@dataclass
class NotSaved(Message):
    """An answer could not be saved; another folder is to be offered."""

    error: StudyError


class StepDone(Message):
    """The session has come to its next step."""


@dataclass
class AnswerBy(Message):
    """The card that is asked is to be answered by another drill."""

    drill: Drill


@dataclass
class StepFormat(Message):
    """The card that is asked is to be asked with less shown, with more for less than 0, as fits it for 0."""

    by: int


class StopHere(Message):
    """Stop the session here; what was answered is on disk."""


@dataclass
class Refused(Message):
    """A document could not be understood."""

    error: StudyError


@dataclass
class Told(Message):
    """Something is to be said on the screen that comes next."""

    said: Sentence


@dataclass
class Brought(Message):
    """A document has become a deck."""

    name: str
