"""Match: each text under its number."""

import math
from collections.abc import Callable, Sequence
from itertools import pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studytui.cards.card import Card, Kind, cards
from studytui.drills.drill import Mark
from studytui.drills.match import MOST, Board, ask, boards, place, slot_at
from studytui.outline.tree import Node, Outline

FOUR = ("甲", "乙", "丙", "丁")


def _outline(texts: Sequence[str], first: int = 1) -> Outline:
    return Outline(nodes=tuple(Node(f"{n}.", n, text) for n, text in enumerate(texts, first)))


def _places(outline: Outline) -> list[Card]:
    keys = [f"k{i}" for i in range(len(outline.nodes))]
    return [card for card in cards(outline, keys) if card.kind is Kind.PLACE]


def _board(*texts: str, shuffle: Callable[[list[int]], None] = list.reverse) -> Board:
    outline = _outline(texts or FOUR)
    return ask(_places(outline), outline, shuffle)


def test_right_at_the_first_try_is_good_and_counts() -> None:
    """The text stands under its number then."""
    board, mark = place(_board(), 2, 2)

    assert mark == Mark("place:k2", 3)
    assert board.placed == {2}
    assert board.left == (3, 1, 0)


def test_wrong_is_again_at_once_and_says_what_it_was_taken_for() -> None:
    """The text is not corrected: it waits until the others are placed."""
    board, mark = place(_board(), 2, 0)

    assert mark == Mark("place:k2", 1, taken_for="k0")
    assert not board.placed
    assert board.left == (3, 2, 1, 0)
    assert board.open == (3, 1, 0)


def test_a_text_put_wrong_comes_back_when_the_others_are_placed() -> None:
    """Its second try says little, and is practice."""
    board, _ = place(_board(), 2, 0)
    board, _ = place(board, 3, 1)
    for text in (1, 0):
        assert text in board.open
        board, _ = place(board, text, text)
    assert board.open == (3, 2)

    board, mark = place(board, 2, 2)

    assert mark == Mark("place:k2", 3, practice=True)


def test_when_all_that_is_left_was_put_wrong_all_of_it_is_open_again() -> None:
    """There is no board on which nothing can be done."""
    board = _board("甲", "乙")
    for text, slot in ((0, 1), (1, 0)):
        board, mark = place(board, text, slot)
        assert mark.rating == 1

    assert board.open == (1, 0)


def test_the_last_pair_is_practice() -> None:
    """Only one number is left."""
    board = _board()
    for text in (0, 1, 2):
        board, mark = place(board, text, text)
        assert not mark.practice

    board, mark = place(board, 3, 3)

    assert mark == Mark("place:k3", 3, practice=True)
    assert board.done


def test_of_two_points_with_one_text_either_is_right_and_each_is_marked_once() -> None:
    """What was shown is that this text stands under that number."""
    board = _board("甲", "同", "乙", "同")
    marked = []
    for text, slot in ((1, 3), (1, 1), (0, 0), (2, 2)):
        assert text in board.open
        board, mark = place(board, text, slot)
        marked.append((mark.card, mark.rating))

    assert marked == [("place:k3", 3), ("place:k1", 3), ("place:k0", 3), ("place:k2", 3)]
    assert board.done


def test_of_two_points_with_one_text_the_one_that_waits_goes_on_waiting() -> None:
    """Where they change places, what is known of each goes along."""
    board, _ = place(_board("甲", "同", "乙", "同"), 3, 0)
    held = board.texts.index(3)

    board, mark = place(board, 1, 3)

    assert mark == Mark("place:k3", 3)
    assert board.texts[held] == 1
    assert board.open == (2, 0)


@given(st.integers(1, 9), st.data())
def test_every_game_ends_with_each_text_under_its_number(count: int, data: st.DataObject) -> None:
    """Whatever is put where, a text has one counted right answer at most, and only the first tries count."""
    texts = data.draw(st.lists(st.sampled_from("甲乙丙丁戊己"), min_size=count, max_size=count))
    board = _board(*texts, shuffle=data.draw(st.randoms(use_true_random=False)).shuffle)
    counted: list[str] = []
    for _ in range(4 * count):
        if board.done:
            break
        text = data.draw(st.sampled_from(board.open))
        free = [i for i in range(count) if i not in board.placed]
        board, mark = place(board, text, data.draw(st.sampled_from(free)))
        if mark.rating == 3 and not mark.practice:
            counted.append(mark.card)
    while not board.done:
        board, _ = place(board, board.open[0], board.open[0])

    assert len(set(counted)) == len(counted)
    assert sorted(board.texts) == list(range(count))


@pytest.mark.parametrize("count", [2, 3])
def test_every_order_of_the_texts_may_come_the_right_one_too(count: int) -> None:
    """A board of two that was always the wrong way round would give both away."""
    found = {_board(*FOUR[:count], shuffle=Random(seed).shuffle).texts for seed in range(100)}

    assert len(found) == math.factorial(count)


def test_the_key_of_a_number_is_its_digit() -> None:
    """Also where only some of a run are on the board."""
    outline = _outline(FOUR, first=3)
    board = ask(_places(outline), outline, list.reverse)

    assert [slot.key for slot in board.slots] == ["3", "4", "5", "6"]
    assert slot_at(board, "4") == 1
    assert slot_at(board, "1") is None


@pytest.mark.parametrize("ordinals", [(9, 10, 11), (2, 2, 3), (0, 1, 2)])
def test_where_the_numbers_are_no_digits_of_their_own_the_keys_count_them(ordinals: Sequence[int]) -> None:
    """Each number has one key, and each key one number."""
    outline = Outline(nodes=tuple(Node(f"{n}.", n, f"文{i}") for i, n in enumerate(ordinals)))

    assert [slot.key for slot in ask(_places(outline), outline, list.reverse).slots] == ["1", "2", "3"]


def test_a_number_that_has_its_text_takes_no_other() -> None:
    """Its key does nothing any more."""
    board, _ = place(_board(), 2, 2)

    assert slot_at(board, "3") is None


@pytest.mark.parametrize("count", range(2, 60))
def test_the_boards_of_a_long_run_cover_it_and_overlap(count: int) -> None:
    """At most nine on each, and the seam between two is asked too."""
    places = _places(_outline([f"文{n}" for n in range(count)]))
    found = boards(places)

    assert [card for card in places if any(card in board for board in found)] == places
    assert all(2 <= len(board) <= MOST for board in found)
    assert all(set(one) & set(two) for one, two in pairwise(found))
    assert all(list(board) == sorted(board, key=places.index) for board in found)
    assert len(found) == 1 or count > MOST
