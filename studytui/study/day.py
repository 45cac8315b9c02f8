"""The study day: a calendar day in the person's zone that begins at four in the morning."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple

DAY_BEGINS = 4
"""The hour."""
_EPOCH, _MILLISECOND = datetime(1970, 1, 1, tzinfo=UTC), timedelta(milliseconds=1)

Clock = Callable[[], datetime]
"""Tells the moment, with its zone; handed in from outside so that tests can set it."""


def study_day(now: datetime) -> date:
    """The study day of a moment, by the wall clock that the moment carries."""
    return now.date() if now.hour >= DAY_BEGINS else now.date() - timedelta(days=1)


class When(NamedTuple):
    """A moment as a journal holds it.

    Attributes:
        at: Milliseconds since 1970, UTC.
        day: The study day.
    """

    at: int
    day: date


def when(now: datetime) -> When:
    """A moment as a journal holds it."""
    return When((now - _EPOCH) // _MILLISECOND, study_day(now))
