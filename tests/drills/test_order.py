"""Order: marked by what is out of place, not all or nothing."""

from itertools import pairwise
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from studytui.cards.card import Kind
from studytui.drills import order
from studytui.drills.sequence import in_sequence
from tests.drills.documents import all_cards, outline

runs = st.lists(st.sampled_from("甲乙丙丁戊己"), min_size=2, max_size=9)


def _asked(texts: list[str], seed: int = 1) -> order.Question:
    of = outline([texts])
    return order.ask([card for card in all_cards(of, Kind.LINK) if card.home == 0], of, Random(seed))


@settings(deadline=None)
@given(runs, st.integers(0, 10**6))
def test_in_the_right_order_every_link_is_right(texts: list[str], seed: int) -> None:
    """Of equal points either may come first."""
    asked = _asked(texts, seed)
    for to, text in enumerate(texts):
        at = next(at for at in range(to, len(texts)) if asked.texts[asked.arranged[at]] == text)
        asked = order.move(asked, at, to)

    assert order.misplaced(asked) == frozenset()
    assert {mark.rating for mark in order.marks(asked)} == {3}
    assert sorted(asked.arranged) == list(range(len(texts)))


@settings(deadline=None)
@given(st.permutations(range(7)))
def test_a_link_is_right_where_its_two_points_are_neighbours(arranged: list[int]) -> None:
    """Wherever they stand."""
    asked = _asked(list("甲乙丙丁戊己庚"))
    asked = order.arrange(asked, [asked.arranged.index(point) for point in arranged])
    neighbours = set(pairwise(arranged))

    assert asked.arranged == tuple(arranged)
    assert [mark.rating for mark in order.marks(asked)] == [3 if (n, n + 1) in neighbours else 1 for n in range(6)]
    assert [mark.card for mark in order.marks(asked)] == [link.id for link in asked.links]
    kept = [point for at, point in enumerate(arranged) if at not in order.misplaced(asked)]
    assert kept == sorted(kept)


def test_one_point_out_of_place_is_one_point_out_of_place() -> None:
    """The others are in order without it."""
    asked = _asked(list("甲乙丙丁戊"))
    asked = order.arrange(asked, [asked.arranged.index(point) for point in (4, 0, 1, 2, 3)])

    assert order.misplaced(asked) == {0}
    assert [mark.rating for mark in order.marks(asked)] == [3, 3, 3, 1]


@settings(deadline=None)
@given(st.integers(1, 60))
def test_a_long_run_is_cut_so_that_every_link_is_asked_once(count: int) -> None:
    """At most nine points at once."""
    of = outline([[f"第{n}句话" for n in range(count + 1)]])
    links = [card for card in all_cards(of, Kind.LINK) if card.home == 0]
    cut = order.windows(links)

    assert [link for window in cut for link in window] == links
    assert all(len(window) < order.MOST for window in cut)
    assert all(one[-1].to == two[0].node for one, two in pairwise(cut))


@settings(deadline=None)
@given(st.lists(st.integers(0, 30), unique=True, max_size=9))
def test_the_longest_rising_part_is_found(numbers: list[int]) -> None:
    """Checked against trying them all."""
    best = max(
        sum(1 for n in range(len(numbers)) if bits >> n & 1)
        for bits in range(1 << len(numbers))
        if (part := [numbers[n] for n in range(len(numbers)) if bits >> n & 1]) == sorted(part)
    )
    found = in_sequence(numbers)

    assert len(found) == best
    assert found == sorted(found) == [n for n in numbers if n in found]


def test_a_point_that_stands_at_its_place_is_not_the_one_that_is_out_of_order() -> None:
    """Of as many that could be kept those are, so that none is sent to where it is."""
    asked = _asked(list("甲乙丙"))
    asked = order.arrange(asked, [asked.arranged.index(point) for point in (2, 1, 0)])

    assert order.misplaced(asked) == {0, 2}
