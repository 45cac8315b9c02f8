"""A session of one drill over a small deck, begun at once; what was written of it."""

from collections.abc import Sequence

from textual.pilot import Pilot
from textual.widgets import Input

from studytui.cards.card import Card
from studytui.drills.drill import Drill
from studytui.exchange.document import Document
from studytui.memory.unit import Event
from studytui.outline.tree import Outline
from studytui.study.bring import Draft
from studytui.study.drilling import drilled
from studytui.study.library import Library
from studytui.study.session import Session
from studytui.ui.app import StudyApp
from studytui.ui.screens.requests import Study
from studytui.ui.screens.studying import StudyFrame
from tests.ui.driver import settled

NAME = "安全生产工作讲话"


def kept(opened: Library, outline: Outline, name: str) -> str:
    """Make a deck of an outline; gives its name."""
    return opened.keep(Draft(outline, name, Document("", name, "", "")))


async def begin(
    pilot: Pilot[None], opened: Library, drill: Drill, cards: Sequence[Card] | None = None, name: str = NAME
) -> Session:
    """Begin a session of a drill over a deck, or over some of its cards."""
    await settled(pilot)
    deck = opened.deck(name)
    steps = drilled(deck, deck.cards if cards is None else cards, drill, opened.words(deck))
    pilot.app.post_message(Study(steps))
    await settled(pilot)
    return session_of(pilot.app)  # type: ignore[arg-type]


def session_of(app: StudyApp) -> Session:
    """The session on the screen."""
    assert isinstance(app.screen, StudyFrame), app.screen
    return app.screen.session


def line_of(app: StudyApp) -> Input:
    """The line that is typed in."""
    return app.screen.query_one(Input)


def reviews(opened: Library, name: str = NAME) -> list[Event]:
    """The answers that are on disk and were not taken back, oldest first."""
    units = opened.deck(name).units()
    gone = {event["of"] for unit in units for event in unit.events if event["kind"] == "undo"}
    return [event for unit in units if unit.id not in gone for event in unit.events if event["kind"] == "review"]


def rated(opened: Library, name: str = NAME) -> list[tuple[str, object, object]]:
    """Their kinds of card, ratings, and what was proposed."""
    return [(str(e["card"]).partition(":")[0], e["rating"], e["proposed"]) for e in reviews(opened, name)]
