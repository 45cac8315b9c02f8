"""A session as a script: a library begun, a deck made, answers, answers taken back, state kept; and what was told."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import TypeVar

from studytui.errors import StudyError
from studytui.messages import Message
from studytui.outline.deck_read import read as read_deck
from studytui.settings import Settings
from studytui.storage.disk import Disk
from studytui.storage.files import Files
from studytui.storage.folders import Folders, prepare
from studytui.study.bundled import Bundled
from studytui.study.library import Library
from studytui.study.plan import for_today
from studytui.study.session import Session
from tests.study.desk import act
from tests.study.fake_clock import FakeClock

T = TypeVar("T")

ROOT = Path("/library")
DEVICE = "aaaaaaaaaa"
NAME = "讲话"
ANSWERS = 14
"""How many things a person does between two starts of the program."""
_TEXT = """---
format: 1
id: aaaabbbbcccc
title: 讲话
script: hans
show: source
---

# 一、 看清形势
## （一） 认识到位
## （二） 行动到位
## （三） 落实到位

# 二、 抓住重点
## （一） 抓队伍
## （二） 抓制度
"""


@dataclass(slots=True)
class Told:
    """What the person was told to be done.

    Attributes:
        answers: Ids of the units of answers, in order.
        undone: Ids of the units that were taken back.
        kept: Whether the deck was said to be kept.
        refused: How often something could not be done, and was said.
    """

    answers: list[str] = field(default_factory=list)
    undone: list[str] = field(default_factory=list)
    kept: bool = False
    refused: int = 0


@dataclass(frozen=True, slots=True)
class Found:
    """What a library holds when it is opened again.

    Attributes:
        deck: Whether the deck is there.
        answers: Ids of the units of answers that are there, those taken back included.
        undone: Ids of the units that were taken back.
        notes: What the program says about it.
    """

    deck: bool
    answers: tuple[str, ...]
    undone: tuple[str, ...]
    notes: tuple[Message, ...]


def deck() -> Bundled:
    """The document that is learnt."""
    return Bundled(NAME, read_deck(_TEXT, f"{NAME}.md"))


def opened(disk: Disk, clock: FakeClock | None = None, root: Path = ROOT) -> Library:
    """Open the library as the program does; the lock is tried elsewhere, on real disks."""
    folders, files = Folders(root), Files(disk)
    prepare(folders, files)
    return Library(folders, files, clock or FakeClock(), Settings(minutes=600, new_points=100), DEVICE)


def play(disk: Disk, told: Told, root: Path = ROOT, days: int = 2) -> None:
    """Study on some days; what is refused is tried once more, as a person would."""
    clock, rng = FakeClock(), Random(2)
    for _ in range(days):
        library = _twice(told, lambda: opened(disk, clock, root))
        if library is None:
            return
        _study(library, told, rng)
        try:
            library.close()
        except StudyError:
            told.refused += 1
        clock.pass_days(3)


def found(disk: Disk, root: Path = ROOT) -> Found:
    """Open the library again, much later, and look at all there is."""
    clock = FakeClock()
    clock.pass_days(30)
    library = opened(disk, clock, root)
    if NAME not in library.names():
        return Found(False, (), (), ())
    try:
        library.rows.summary(NAME)
        studied = library.deck(NAME)
    except StudyError as error:
        return Found(True, (), (), (error.message,))
    units = studied.units()
    answers = tuple(unit.id for unit in units if unit.events[0]["kind"] == "review")
    undone = tuple(str(unit.events[0]["of"]) for unit in units if unit.events[0]["kind"] == "undo")
    # State knows more than a journal that was damaged later, and the damage is told.
    count = sum(day.answers for day in studied.progress.days.values())
    notes = library.notes()
    if not notes and count != len(answers) - len(set(undone) & set(answers)):
        raise AssertionError(f"{len(answers)} answers, {len(undone)} taken back, but {count} count")
    return Found(True, answers, undone, notes)


def answer_once_more(disk: Disk, root: Path = ROOT) -> str:
    """Take the deck if it is not there, answer one card, and give the unit's id; the program is killed then."""
    clock = FakeClock()
    clock.pass_days(31)
    library = opened(disk, clock, root)
    if NAME not in library.names():
        library.take(deck())
    studied = library.deck(NAME)
    return answer(Session(for_today([studied], library.settings), Random(1), clock))


def answer(session: Session) -> str:
    """Go on until one more answer is given, and give the unit's id."""
    rng, before = Random(1), len(session.answers)
    while len(session.answers) == before:
        act(session, rng)
    return session._past[-1][2]


def todays(library: Library) -> Session:
    """The day's session; a list is not asked where nothing else is left to be asked."""
    return Session(for_today([library.deck(NAME)], library.settings), Random(7), library.now)


def lost(told: Told, now: Found) -> list[str]:
    """What was told to be done and is not there, or is there in another order, or was never done."""
    wrong = ["the deck is gone"] if told.kept and not now.deck else []
    if list(now.answers[: len(told.answers)]) != told.answers:
        wrong.append(f"answers: {told.answers} told, {now.answers} found")
    if list(now.undone[: len(told.undone)]) != told.undone:
        wrong.append(f"taken back: {told.undone} told, {now.undone} found")
    if len(now.answers) + len(now.undone) > len(told.answers) + len(told.undone) + 1:
        wrong.append("more than the one thing under way has appeared")
    return wrong


def _study(library: Library, told: Told, rng: Random) -> None:
    if NAME not in (_twice(told, library.names) or ()):
        told.kept = _twice(told, lambda: library.take(deck())) is not None
    studied = _twice(told, lambda: library.deck(NAME))
    if studied is None:
        return
    session = Session(for_today([studied], library.settings), Random(7), library.now)
    for turn in range(ANSWERS):
        before = len(session.answers)
        _twice(told, lambda: _acted(session, rng))
        if len(session.answers) > before:
            told.answers.append(session._past[-1][2])
        if turn == ANSWERS // 2 and session._past:
            back = session._past[-1][2]
            if _twice(told, session.undo):
                told.undone.append(back)
        if turn == ANSWERS - 3:
            _twice(told, library.save)
            _twice(told, lambda: library.set_day(NAME, library.today()))


def _acted(session: Session, rng: Random) -> bool:
    return act(session, rng)


def _twice(told: Told, do: Callable[[], T]) -> T | None:
    for _ in range(2):
        try:
            return do()
        except StudyError:
            told.refused += 1
    return None
