"""What the screens of a deck, of a session and of a new document ask of the app."""

from collections.abc import Sequence
from dataclasses import dataclass

from studytui.cards.card import Card
from studytui.drills.drill import Drill
from studytui.drills.rehearse import Rehearsal
from studytui.errors import StudyError
from studytui.messages import Message as Sentence
from studytui.study.deck import StudyDeck
from studytui.study.examining import Examining
from studytui.study.matches import Matches
from studytui.study.rehearsing import Rehearsing
from studytui.study.steps import Step
from studytui.ui.screens.requests import Request


@dataclass
class ShowSpeech(Request):
    """Show the whole text of a deck."""

    deck: StudyDeck


@dataclass
class ShowDrills(Request):
    """Show the ways to practise a part of a deck: its cards, and its nodes, which are what is rehearsed."""

    deck: StudyDeck
    part: Sequence[Card]
    nodes: Sequence[int]
    name: str


@dataclass
class Study(Request):
    """Begin a session."""

    steps: Sequence[Step]


@dataclass
class AnswerBy(Request):
    """The card that is asked is to be answered by another drill."""

    drill: Drill


@dataclass
class NotSaved(Request):
    """An answer could not be saved; another folder is to be offered."""

    error: StudyError


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


@dataclass
class Changed(Request):
    """The text of a deck was changed: show what has become of its points."""

    matches: Matches


@dataclass
class LookUp(Request):
    """Texts of a deck are wanted word for word: how they are read is to be looked up."""

    deck: StudyDeck


@dataclass
class Rehearse(Request):
    """Begin a rehearsal."""

    deck: StudyDeck
    run: Rehearsal


@dataclass
class Rehearsed(Request):
    """A rehearsal was stopped, or has come to its end."""

    rehearsing: Rehearsing


@dataclass
class Examine(Request):
    """Begin an exam over a part of a deck."""

    deck: StudyDeck
    part: Sequence[Card]
    name: str


@dataclass
class Examined(Request):
    """An exam was stopped or has come to its end; None where it was not begun."""

    exam: Examining | None


@dataclass
class StepFormat(Request):
    """The card that is asked is to be asked with less shown, with more for less than 0, as fits it for 0."""

    by: int


@dataclass
class LookedUp(Request):
    """So many texts of so many have been looked up; none of none where nothing is looked up any more."""

    done: int
    of: int


class TakeBack(Request):
    """Take back the last answer of the session that has just ended."""


class StepDone(Request):
    """The session has come to its next step."""


class StopHere(Request):
    """Stop the session here; what was answered is on disk."""
