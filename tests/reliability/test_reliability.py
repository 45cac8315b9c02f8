"""The small form of the reliability suite: every kind of bad day, some of each; ``python -m tests.reliability`` is all.

What runs in processes of its own is run by the command, since a test runner has threads that do not survive a fork.
"""

import json
import subprocess
import sys

import pytest
from hypothesis import settings

from tests.reliability import calls, clocks, damage
from tests.reliability.machine import Studying
from tests.reliability.mutants import MUTANTS, Mutant, noticed

STRIDE, CUT_STRIDE, FLIPS = 11, 61, 150


def test_nothing_is_lost_by_a_call_that_is_killed_refused_or_cut_off() -> None:
    """At every eleventh call: the full command tries them all."""
    for tries in calls.everything(STRIDE):
        assert tries.tries
        assert not tries.lost, tries.as_json()


def test_damage_costs_what_is_damaged_and_is_told() -> None:
    """Files cut and flipped anywhere, state gone, half lines, a journal replaced while it is open."""
    for tries in damage.everything(CUT_STRIDE, FLIPS):
        assert tries.tries
        assert not tries.lost, tries.as_json()


def test_no_clock_loses_or_reorders_an_answer() -> None:
    """Moved there and back by an hour, a day, a year, and over every kind of odd date."""
    for tries in clocks.everything():
        assert not tries.lost, tries.as_json()


@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda mutant: mutant.name)
def test_without_this_line_something_is_lost(mutant: Mutant) -> None:
    """So the line is needed, and what guards it works."""
    assert not noticed(mutant).lost


@pytest.mark.skipif(sys.platform == "win32", reason="children are made by fork")
def test_nothing_is_lost_by_real_kills_small_disks_and_second_programs() -> None:
    """Twenty-five kills at random moments: the full command makes five hundred."""
    command = [sys.executable, "-m", "tests.reliability", "--small", "processes"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    *rows, all_ = map(json.loads, done.stdout.splitlines())
    assert not done.returncode, done.stderr or rows
    assert all_["tries"] > 25


TestStudying = Studying.TestCase
TestStudying.settings = settings(max_examples=20, stateful_step_count=20, deadline=None)
