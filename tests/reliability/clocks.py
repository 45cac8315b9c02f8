"""A clock that is moved, by hours, days and years, there and back, and over the change to and from summer time."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import product
from zoneinfo import ZoneInfo

from studytui.errors import StudyError
from tests.reliability.figure import Tries
from tests.reliability.power import KILLED, PowerDisk
from tests.reliability.scripted import NAME, ROOT, answer, deck, found, opened, todays
from tests.study.fake_clock import FakeClock

SHIFTS = tuple(
    sign * shift for shift in (timedelta(hours=1), timedelta(days=1), timedelta(days=366)) for sign in (1, -1)
)
BERLIN = ZoneInfo("Europe/Berlin")
CHANGES = (datetime(2026, 3, 28, 23, 50, tzinfo=BERLIN), datetime(2026, 10, 24, 23, 50, tzinfo=BERLIN))
EDGES = (datetime(2028, 2, 29, 3, 59, tzinfo=UTC), datetime(2038, 1, 19, 3, 14, tzinfo=UTC))
STEPS = 3


def everything() -> Iterator[Tries]:
    """Shifts in twos, one after the other; then days on which clocks change."""
    tries = Tries("a clock moved")
    for one, other in product(SHIFTS, repeat=2):
        _study(tries, FakeClock(), (one, other))
    yield tries
    tries = Tries("a clock at a change of time, a leap day, the end of 32 bits")
    for begin in (*CHANGES, *EDGES):
        _study(tries, FakeClock(begin), (timedelta(minutes=50),) * 8)
    yield tries


def _study(tries: Tries, clock: FakeClock, shifts: tuple[timedelta, ...]) -> None:
    """Answer, move the clock, answer, and so on, the program started anew each time: all counts, in its order."""
    disk = PowerDisk()
    disk.stand(ROOT.parent)
    given: list[str] = []
    wrong: list[str] = []
    try:
        for shift in (timedelta(), *shifts):
            clock.time = (clock.time.astimezone(UTC) + shift).astimezone(clock.time.tzinfo)
            library = opened(disk, clock)
            if NAME not in library.names():
                library.take(deck())
            session = todays(library)
            given += [answer(session) for _ in range(STEPS) if session.step is not None]
            library.close()
            due = [m.due - m.day for m in library.deck(NAME).progress.memories.values() if m.answers]
            wrong += [f"{days} days until it comes back" for days in due if days < 1]
        left = disk.after(KILLED)
        kept = opened(left, clock).deck(NAME).progress
        for path, _ in list(left.files()):
            if path.parent.name == "state":
                left.drop(path)
        if kept != opened(left, clock).deck(NAME).progress:
            wrong.append("state is not what the journal adds up to")
        if list(found(left).answers) != given:
            wrong.append("the answers are not those that were given, in their order")
    except StudyError as error:
        wrong.append(str(error))
    tries.add([str(shift) for shift in shifts], wrong)
