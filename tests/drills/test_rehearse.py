"""Rehearse: a clock against a plan, and a prompt only where one is asked for."""

import pytest

from studytui.drills import rehearse
from studytui.drills.rehearse import Rehearsal
from tests.drills.documents import all_cards, outline

TWO = outline([["加强领导", "健全组织"], ["以人为本"]])
ALL = range(len(TWO.nodes))


def _run(*seconds: float) -> Rehearsal:
    run = rehearse.begin(TWO, ALL)
    for taken in seconds:
        run = rehearse.go_on(run, taken)
    return run


def test_time_is_planned_by_how_much_there_is_to_say() -> None:
    """At so many characters a minute; the shortest point takes some seconds all the same."""
    long = outline([["加强领导" * 55]])

    assert [stop.planned for stop in rehearse.begin(long, range(2), pace=220).stops] == [5, 60]


def test_minutes_given_for_a_section_are_shared_within_it() -> None:
    """The other sections keep their plan."""
    run = rehearse.begin(TWO, ALL, minutes={0: 2})
    planned = [stop.planned for stop in run.stops]

    assert sum(planned[:3]) == pytest.approx(120)
    assert planned[3:] == [stop.planned for stop in rehearse.begin(TWO, ALL).stops[3:]]


def test_each_prompt_shows_one_word_more_and_the_last_all_of_it() -> None:
    """Nothing is shown before the first, and none is counted behind the last."""
    run, shown = _run(1), [""]
    for _ in range(4):
        run = rehearse.prompt(run)
        shown.append(run.prompt)

    assert shown == ["", "加强…", "加强领导", "加强领导", "加强领导"]
    assert run.stops[1].prompts == 2


def test_it_says_how_far_behind_the_plan_it_is() -> None:
    """Only what was said counts."""
    assert _run(8, 4).behind == pytest.approx(2)


def test_going_back_says_the_point_before_once_more() -> None:
    """Its time is forgotten; a word that was shown has been seen."""
    run = rehearse.go_back(rehearse.go_on(rehearse.prompt(_run(5)), 9))

    assert (run.at, run.stops[1].used, run.stops[1].prompts) == (1, None, 1)
    assert rehearse.go_back(_run()) == _run()


def test_what_needed_a_prompt_is_practice_with_its_cues_for_the_point_and_the_link_to_it() -> None:
    """What was not reached means nothing."""
    run = rehearse.go_on(rehearse.prompt(rehearse.prompt(_run(5, 5))), 9)
    found = {mark.card: (mark.rating, mark.cues, mark.practice) for mark in rehearse.marks(run, all_cards(TWO))}

    assert found == {
        "point:k0": (3, 0, True),
        "point:k1": (3, 0, True),
        "point:k2": (2, 2, True),
        "link:k1>k2": (2, 2, True),
    }


def test_the_table_has_a_row_for_each_section() -> None:
    """Planned, used, prompts."""
    run = rehearse.go_on(rehearse.prompt(_run(5, 6, 7)), 8)

    assert rehearse.sections(run, TWO) == ((0, 15, 18, 0), (3, 10, 8, 1))
