"""Anything a person and a machine may do, in any order, beside a plain list of what was told."""

import errno
from contextlib import suppress
from datetime import timedelta

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from studytui.errors import StudyError
from studytui.memory.replay import replay
from studytui.study.session import Session
from tests.reliability.power import CUTS, KILLED, Cut, PowerDisk
from tests.reliability.scripted import NAME, ROOT, answer, deck, opened, todays
from tests.study.fake_clock import FakeClock


class Studying(RuleBasedStateMachine):
    """A library that is studied, killed, cut off, refused, robbed of its state, under a clock that is moved.

    The model is two lists: the answers that were told to be saved, and those told to be taken back.
    """

    session: Session

    @initialize()
    def begin(self) -> None:
        """A library with one deck."""
        self.disk, self.clock = PowerDisk(), FakeClock()
        self.disk.stand(ROOT.parent)
        self.given: list[str] = []
        self.undone: list[str] = []
        self.unsure: set[str] = set()
        self._start()

    @rule()
    def answer_one(self) -> None:
        """One more answer, where there is still something to ask."""
        if self.session.step is None:
            self.session = todays(self.library)
        if self.session.step is None:
            return
        try:
            self.given.append(answer(self.session))
        except StudyError:
            return  # it does not count
        except IndexError:  # the steps ended in something that is read
            self.session = todays(self.library)

    @rule()
    def take_back(self) -> None:
        """Undo, any number of times."""
        last = self.session._past[-1][2] if self.session._past else ""
        try:
            if self.session.undo():
                self.undone.append(last)
        except StudyError:
            self.unsure.add(last)

    @rule()
    def keep(self) -> None:
        """State is written, or refused."""
        with suppress(StudyError):
            self.library.save()

    @rule(cut=st.sampled_from((KILLED, *CUTS)))
    def lose_power(self, cut: Cut) -> None:
        """A kill or a power cut, and a new start."""
        self.disk = self.disk.after(cut)
        self._start()

    @rule(ahead=st.integers(1, 12), code=st.sampled_from((errno.ENOSPC, errno.EIO, errno.EACCES)))
    def refuse(self, ahead: int, code: int) -> None:
        """One of the next calls fails."""
        self.disk.refuse(ahead, code)

    @rule(hours=st.sampled_from((-9000, -24, -1, 1, 24, 9000)))
    def move_clock(self, hours: int) -> None:
        """The clock is moved, and the session is what the new day has."""
        self.clock.time += timedelta(hours=hours)

    @precondition(lambda self: any(path.parent.name == "state" for path, _ in self.disk.files()))
    @rule()
    def lose_state(self) -> None:
        """The state files are gone at the next start."""
        for path, _ in list(self.disk.files()):
            if path.parent.name == "state":
                self.disk.drop(path)

    @invariant()
    def all_is_there(self) -> None:
        """What was told is on the medium, in its order; what is shown is what the journal adds up to."""
        if not hasattr(self, "disk"):
            return
        left = self.disk.after(CUTS[0])
        deck = opened(left, FakeClock(self.clock.time)).deck(NAME)
        units = deck.units()
        answers = [unit.id for unit in units if unit.events[0]["kind"] == "review"]
        back = [str(unit.events[0]["of"]) for unit in units if unit.events[0]["kind"] == "undo"]
        assert answers == self.given
        assert [of for of in back if of not in self.unsure] == [of for of in self.undone if of not in self.unsure]
        assert deck.progress == replay(units, 0.9)

    def _start(self) -> None:
        self.disk.refuse(0, 0)
        self.library = opened(self.disk, self.clock)
        if NAME not in self.library.names():
            self.library.take(deck())
        self.session = todays(self.library)
