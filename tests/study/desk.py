"""Where a test studies: a library in a folder, opened again and again, and a person who answers."""

from collections.abc import Iterable, Sequence
from copy import deepcopy
from pathlib import Path
from random import Random

from studytui.cards.card import Card, Kind
from studytui.drills.drill import Mark
from studytui.memory.replay import Progress
from studytui.settings import Settings
from studytui.storage.files import Files
from studytui.storage.folders import Folders, prepare
from studytui.study.bundled import Bundled, bundled
from studytui.study.deck import StudyDeck
from studytui.study.library import Library
from studytui.study.plan import for_today
from studytui.study.session import Session
from studytui.study.steps import Ask, Match, Read, Step
from tests.study.fake_clock import FakeClock
from tests.study.fake_disk import HalfFullDisk, QuickDisk

DEVICE = "aaaaaaaaaa"
SPEECH = "文明部局创建工作推进会讲话"


class Desk:
    """A library and what is needed to study in it.

    Attributes:
        folders: Where its files are.
        clock: Tells the time.
        disk: Holds the files.
    """

    def __init__(self, root: Path, settings: Settings | None = None) -> None:
        self.folders = Folders(root)
        self.clock, self.disk = FakeClock(), QuickDisk()
        self.files = Files(self.disk)
        self.settings = settings or Settings(minutes=600, new_points=100)
        prepare(self.folders, self.files)

    def library(self, device: str = DEVICE) -> Library:
        """Open the library; what was open before is as if its program had been killed."""
        return Library(self.folders, self.files, self.clock, self.settings, device)

    def reader(self) -> Library:
        """Open the library to be read."""
        return Library(self.folders, self.files, self.clock, self.settings, None)

    def speech(self, device: str = DEVICE) -> StudyDeck:
        """The bundled speech, taken if it was not yet."""
        library = self.library(device)
        if SPEECH not in library.names():
            library.take(the_speech())
        return library.deck(SPEECH)

    def state_files(self) -> list[Path]:
        """The files of derived state."""
        return sorted(self.folders.state.glob("*.deck.json"))

    def session(self, steps: Iterable[Step]) -> Session:
        """A session over some steps."""
        return Session(list(steps), Random(7), self.clock)

    def today(self, deck: StudyDeck) -> Session:
        """The day's session of one deck."""
        return self.session(for_today([deck], self.settings))


def the_speech() -> Bundled:
    """The bundled speech."""
    return next(one for one in bundled() if one.name == SPEECH)


def asks(deck: StudyDeck, kind: Kind, count: int) -> Sequence[Step]:
    """The first cards of a kind, each to be recalled."""
    return [Ask(deck, card) for card in deck.cards if card.kind is kind][:count]


def asked(session: Session) -> Card:
    """The card that is asked now."""
    step = session.step
    assert isinstance(step, Ask)
    return step.card


def put_right(session: Session) -> Mark:
    """Put the first text that can be placed under its number."""
    board = session.board
    assert board is not None
    mark = session.put(board.open[0], board.slots[board.open[0]].key, 900)
    assert mark is not None
    return mark


def put_wrong(session: Session) -> Mark:
    """Put the first text that can be placed under another's number."""
    board = session.board
    assert board is not None
    other = next(t for t in board.left if t != board.open[0])
    mark = session.put(board.open[0], board.slots[other].key, 900)
    assert mark is not None
    return mark


def act(session: Session, rng: Random) -> bool:
    """Do one thing that a person might do; False at the end."""
    step = session.step
    if isinstance(step, Read):
        session.read_on()
    elif isinstance(step, Match):
        _match(session, rng)
    elif step is not None:
        session.rate(rng.choice([1, 2, 3, 3, 4]), 1000, rng.choice([0, 0, 1]))
    return step is not None


def _match(session: Session, rng: Random) -> None:
    board = session.board
    assert board is not None
    if board.done:
        session.leave_board()
    elif len(board.left) > 1 and rng.random() < 0.3:
        put_wrong(session)
    else:
        put_right(session)


def seen(deck: StudyDeck) -> tuple[Progress, float]:
    """All that a person is shown follows from this."""
    return deepcopy(deck.progress), deck.readiness()


def on_half_full_disk(folder: Path) -> Desk:
    """A library with the speech in it, on a disk that can be full, or break, while others are sound."""
    desk = Desk(folder)
    desk.disk = disk = HalfFullDisk(desk.folders.root)
    desk.files = Files(disk)
    desk.library().take(the_speech())
    return desk
