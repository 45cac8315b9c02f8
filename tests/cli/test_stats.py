"""``stats``: what was done and how much of it was kept, in words and as JSON."""

import json
from datetime import datetime, timedelta

import pytest

from studytui.cli import context
from tests.cli.shell import NAME, Shell
from tests.cli.test_commands import answering

MONDAY = datetime(2026, 11, 23, 9, 30).astimezone()


@pytest.fixture
def studied(stocked: Shell, monkeypatch: pytest.MonkeyPatch) -> Shell:
    """Two points said on Monday; on Thursday both again, of which one was forgotten."""
    now = MONDAY
    monkeypatch.setattr(context, "now", lambda: now)
    monkeypatch.setattr("studytui.cli.review.now", lambda: now)
    for days, lines in ((0, ["", "", "3", "", "3"]), (3, ["", "3", "", "1"])):  # new points are read first
        now = MONDAY + timedelta(days=days)
        answering(monkeypatch, *lines, ":q")
        stocked("review", NAME, "--plain", "--drill", "recall")
    now = MONDAY + timedelta(days=4)
    return stocked


def test_stats_say_what_was_done_and_what_was_kept(studied: Shell) -> None:
    """Only what was known from an earlier day is a matter of retention; days without an answer are there too."""
    ran = studied("stats")

    assert (ran.code, ran.err) == (0, "")
    lines = ran.out.splitlines()
    assert lines[:2] == ["1 day in a row", "The longest run of days: 1"]
    assert "Last 7 days: 4 answers  0 min  50% of 2 recalled" in lines
    assert "2026-11-23  ####################  2 answers  0 min" in lines
    assert "2026-11-25                        -" in lines
    assert "2026-11-26  ####################  2 answers  0 min  50% of 2 recalled" in lines
    assert "2026-11-23  ####################  4 answers  0 min  50% of 2 recalled" in lines
    assert any(line.startswith(f"{NAME}: readiness ") for line in lines)


def test_the_json_has_every_day_week_and_deck(studied: Shell) -> None:
    """With the same figures, and for one deck those of it."""
    found = json.loads(studied("stats", "--json").out)

    assert (found["today"], found["streak"], found["longest_streak"]) == ("2026-11-27", 1, 1)
    assert [(row["day"], row["answers"], row["asked"], row["true_retention"]) for row in found["days"]] == [
        ("2026-11-23", 2, 0, None),
        ("2026-11-26", 2, 2, 0.5),
    ]
    assert [(row["week"], row["answers"], row["new_points"]) for row in found["weeks"]] == [("2026-11-23", 4, 2)]
    assert [(row["days"], row["answers"]) for row in found["periods"]] == [(7, 4), (30, 4), (365, 4)]
    assert [(row["name"], row["answers"], row["last_30_days"]["asked"]) for row in found["decks"]] == [(NAME, 4, 2)]
    assert json.loads(studied("stats", NAME, "--json").out) == found


def test_where_nothing_was_answered_that_is_said(stocked: Shell) -> None:
    """And how the deck stands; a deck that is not there is told like everywhere."""
    assert stocked("stats").out.startswith(f"Nothing was answered yet.\n{NAME}: readiness 0%, 0 due, 0 weak,")
    assert "There is no deck called x" in stocked("stats", "x").refused
