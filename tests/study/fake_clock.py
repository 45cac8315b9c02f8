"""A clock that a test sets."""

from datetime import UTC, datetime, timedelta

MORNING = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)


class FakeClock:
    """Tells the time that it was set to.

    Attributes:
        time: That time.
    """

    def __init__(self, time: datetime = MORNING) -> None:
        self.time = time

    def __call__(self) -> datetime:
        """The time; reading a clock takes some, so that no two answers are given at once."""
        self.time += timedelta(milliseconds=7)
        return self.time

    def pass_days(self, days: int) -> None:
        """Go to another day, later or earlier."""
        self.time += timedelta(days=days)
