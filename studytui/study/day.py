"""The study day: a calendar day in the person's zone that begins at four in the morning."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

DAY_BEGINS = 4
"""The hour."""

Clock = Callable[[], datetime]
"""Tells the moment, with its zone; handed in from outside so that tests can set it."""


def study_day(now: datetime) -> date:
    """The study day of a moment, by the wall clock that the moment carries."""
    return now.date() if now.hour >= DAY_BEGINS else now.date() - timedelta(days=1)


def milliseconds(now: datetime) -> int:
    """The moment as milliseconds since 1970, UTC, as a journal holds it."""
    return round(now.timestamp() * 1000)
