"""The weakest cards of a library are found without opening it all, and are those that the decks themselves name."""

from pathlib import Path
from random import Random

import pytest

from studytui.memory.weak import Why, strength
from studytui.study.looking import summaries, weak_items
from studytui.study.weakest import found, opened, weakest
from tests.study.desk import Desk, act


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Five decks, studied for some days by somebody who forgets."""
    desk, rng = Desk(tmp_path), Random(3)
    library = desk.library()
    for number in range(5):
        text = "\n".join(f"{n}. 第{number}份材料的第{n}点，{'说明' * n}" for n in range(1, 8))
        name = library.keep(library.draft_of_text(f"材料{number}\n\n{text}"))
        for _ in range(2):
            session = desk.today(library.deck(name))
            for _ in range(rng.randrange(20, 50)):
                act(session, rng)
            desk.clock.pass_days(1)
    library.close()
    return desk


def test_the_weak_are_those_that_the_opened_decks_name_and_no_deck_is_opened_to_find_them(desk: Desk) -> None:
    """With the same reasons, in the same order."""
    library = desk.library()
    summaries(library)
    weak = [one for more in found(library, library.names()) for one in more]
    assert not library._decks._open

    wanted = [(deck.name, card.id, reason) for deck, card, reason in weak_items(desk.reader())]
    assert {reason.why for _, _, reason in wanted} >= {Why.FAILED, Why.MIXED_UP}
    assert sorted(weak, key=lambda one: one[:2]) == sorted(wanted, key=lambda one: one[:2])
    order = [strength(one.reason) for one in weakest(weak, len(weak))]
    assert order == [strength(reason) for _, _, reason in wanted]


def test_only_decks_that_have_one_of_the_weakest_are_opened(desk: Desk) -> None:
    """The three weakest are in three decks at most."""
    library = desk.library()
    top = weakest((one for more in found(library, library.names()) for one in more), 3)
    items = [item for more in opened(library, top) for item in more]

    assert sorted((deck.name, card.id) for deck, card, _ in items) == sorted((one.deck, one.card) for one in top)
    assert set(library._decks._open) == {one.deck for one in top}


def test_a_deck_that_cannot_be_used_has_no_weak_cards_and_hides_no_others(desk: Desk) -> None:
    """Home tells what is wrong with it."""
    library = desk.library()
    broken, *sound = library.names()
    (desk.folders.decks / f"{broken}.md").write_bytes(b"\xff\xfe")

    none, *some = found(library, library.names())

    assert none == []
    assert len(some) == len(sound)
    assert all(some)
