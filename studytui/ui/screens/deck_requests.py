"""What a screen that has a deck asks of the app: they speak of what the first frame does not need."""

from collections.abc import Sequence
from dataclasses import dataclass

from studytui.cards.card import Card
from studytui.drills.drill import Drill
from studytui.study.deck import StudyDeck
from studytui.study.steps import Step
from studytui.ui.screens.requests import Request


@dataclass
class ShowSpeech(Request):
    """Show the whole text of a deck."""

    deck: StudyDeck


@dataclass
class ShowDrills(Request):
    """Show the ways to practise a part of a deck."""

    deck: StudyDeck
    part: Sequence[Card]
    name: str


@dataclass
class Study(Request):
    """Begin a session."""

    steps: Sequence[Step]


@dataclass
class AnswerBy(Request):
    """The card that is asked is to be answered by another drill."""

    drill: Drill
