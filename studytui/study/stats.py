"""What was done and what came of it: answers, time, true retention and readiness, by day, by week and by deck."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from studytui.memory.replay import Daily
from studytui.study.counting import summarised
from studytui.study.library import Library
from studytui.study.looking import summaries
from studytui.study.summary import Summary, longest, streak

PERIODS = (7, 30, 365)
"""The last so many days, for which retention is told."""


@dataclass(frozen=True, slots=True)
class Done:
    """What was done in some time.

    Attributes:
        answers: Answers, practice among them.
        right: The share rated above `again`.
        seconds: The time that they took.
        first: Points that were answered for the first time.
        asked: Counted answers to cards that were known from an earlier day.
        retention: True retention, the share of those that were rated above `again`; None where nothing was asked.
        typed: Answers that were typed and marked by what was typed.
        overruled: Those of them that the person rated otherwise.
    """

    answers: int
    right: float
    seconds: int
    first: int
    asked: int
    retention: float | None
    typed: int = 0
    overruled: int = 0


@dataclass(frozen=True, slots=True)
class DeckStats:
    """One deck: how it stands, and what was done in it in all and in the last 30 days."""

    summary: Summary
    all: Done
    recent: Done


@dataclass(frozen=True, slots=True)
class Stats:
    """What was done in some decks.

    Attributes:
        today: The study day.
        streak: Study days in a row, up to today or yesterday.
        longest: The longest such run.
        days: Each day on which something was done, the oldest first.
        weeks: The same by week, each under its Monday.
        periods: The same for the last so many days.
        all: The same for all time.
        decks: Each deck.
    """

    today: date
    streak: int
    longest: int
    days: Mapping[date, Done]
    weeks: Mapping[date, Done]
    periods: Mapping[int, Done]
    all: Done
    decks: tuple[DeckStats, ...]


def stats(library: Library, name: str | None = None) -> Stats:
    """What was done in one deck, or in all that can be used.

    Raises:
        StudyError: There is no such deck, or its file cannot be read.
    """
    if name is not None:
        rows = [summarised(library.deck(name))]
    else:
        rows = [row for row in summaries(library) if row.problem is None]
    done = [library.rows.days(row.name) for row in rows]
    today = library.today()
    days: dict[int, list[Daily]] = {}
    for one in done:
        for day, daily in one.items():
            days.setdefault(day, []).append(daily)
    weeks: dict[int, list[Daily]] = {}
    for day, dailies in days.items():
        weeks.setdefault(day - date.fromordinal(day).weekday(), []).extend(dailies)
    return Stats(
        today,
        streak(set(days), today.toordinal()),
        longest(set(days)),
        {date.fromordinal(day): total(days[day]) for day in sorted(days)},
        {date.fromordinal(day): total(weeks[day]) for day in sorted(weeks)},
        {period: total(_last(period, today, days)) for period in PERIODS},
        total(daily for dailies in days.values() for daily in dailies),
        tuple(_deck(row, one, today) for row, one in zip(rows, done, strict=True)),
    )


def total(dailies: Iterable[Daily]) -> Done:
    """What was done on some days together."""
    dailies = list(dailies)
    answers, asked = sum(d.answers for d in dailies), sum(d.asked for d in dailies)
    return Done(
        answers,
        sum(d.right for d in dailies) / answers if answers else 0.0,
        round(sum(d.ms for d in dailies) / 1000),
        sum(d.first for d in dailies),
        asked,
        sum(d.kept for d in dailies) / asked if asked else None,
        sum(d.typed for d in dailies),
        sum(d.overruled for d in dailies),
    )


def _deck(row: Summary, days: Mapping[int, Daily], today: date) -> DeckStats:
    recent = _last(30, today, {day: [daily] for day, daily in days.items()})
    return DeckStats(row, total(days.values()), total(recent))


def _last(period: int, today: date, days: Mapping[int, Iterable[Daily]]) -> Iterable[Daily]:
    """The days of a period that ends today; a day that a clock put ahead counts as today."""
    begin = (today - timedelta(days=period - 1)).toordinal()
    return [daily for day, dailies in days.items() if day >= begin for daily in dailies]
