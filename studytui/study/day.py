"""The study day: a calendar day in the person's zone that begins at four in the morning."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

DAY_BEGINS = timedelta(hours=4)

Clock = Callable[[], datetime]
"""Tells the moment, with its zone; handed in from outside so that tests can set it."""


def study_day(now: datetime) -> date:
    """The study day of a moment, by the wall clock that the moment carries."""
    return (now.replace(tzinfo=None) - DAY_BEGINS).date()


def milliseconds(now: datetime) -> int:
    """The moment as milliseconds since 1970, UTC, as a journal holds it."""
    return round(now.timestamp() * 1000)
