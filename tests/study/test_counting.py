"""The list of decks says what the decks would say, without opening them."""

from pathlib import Path
from random import Random

import pytest

from studytui.memory.unit import bury, suspend
from studytui.study import looking
from studytui.study.counting import summarised
from studytui.study.looking import summaries, todays_steps
from studytui.study.plan import for_today
from tests.study.desk import SPEECH, Desk, act

DAYS = (0, 1, 2, 5, 40, -3)


def _studied(root: Path, seed: int) -> Desk:
    """A desk at which a deck was studied for some days, some cards put to sleep."""
    desk, rng = Desk(root), Random(seed)
    for _ in range(3):
        deck = desk.speech()
        session = desk.today(deck)
        for _ in range(rng.randrange(60)):
            act(session, rng)
        asleep = rng.sample(deck.cards, 4)
        until = desk.library().today().replace(day=26).isoformat()
        deck._history.append([suspend(asleep[0].id), suspend(asleep[1].id)])
        deck._history.append([bury(asleep[2].id, until), bury(asleep[3].id, until)])
        deck.save()
        deck.close()
        desk.clock.pass_days(rng.choice([1, 2, 4]))
    return desk


@pytest.mark.parametrize("seed", range(6))
def test_a_row_from_what_is_kept_is_that_of_the_opened_deck(tmp_path: Path, seed: int) -> None:
    """On every later day, and on an earlier one."""
    desk = _studied(tmp_path, seed)
    for days in DAYS:
        desk.clock.pass_days(days)
        kept, opened = summaries(desk.reader())[0], summarised(desk.reader().deck(SPEECH))
        assert kept.readiness == pytest.approx(opened.readiness)  # added up in another order
        assert kept._replace(readiness=0.0) == opened._replace(readiness=0.0)
        desk.clock.pass_days(-days)


def test_counting_opens_no_deck_whose_state_holds(tmp_path: Path) -> None:
    """Not even one; and one whose journal has grown is opened for the moment only, and kept anew."""
    desk = _studied(tmp_path, 1)
    library = desk.library()
    summaries(library)
    assert not library._decks._open

    desk.today(desk.speech()).read_on()
    deck = desk.speech()
    deck._history.append([suspend(deck.cards[0].id)])
    grown = desk.library()
    summaries(grown)
    assert not grown._decks._open
    before = desk.state_files()[0].stat().st_ino
    summaries(desk.library())
    assert desk.state_files()[0].stat().st_ino == before


@pytest.mark.parametrize("change", ["journal cut", "deck edited", "state of another deck", "row damaged"])
def test_what_is_kept_counts_only_where_it_fits(tmp_path: Path, change: str) -> None:
    """Whatever does not fit, the row is that of the opened deck."""
    desk = _studied(tmp_path, 2)
    path, state = desk.folders.decks / f"{SPEECH}.md", desk.state_files()[0]
    if change == "journal cut":
        journal = next(desk.folders.reviews.rglob("*.jsonl"))
        journal.write_bytes(b"".join(journal.read_bytes().splitlines(keepends=True)[:-5]))
    elif change == "deck edited":
        path.write_text(path.read_text("utf-8") + "\n# 九、 新的一部分\n", "utf-8")
    elif change == "state of another deck":
        state.write_bytes(state.read_bytes().replace(desk.speech().id.encode(), b"zzzzzzzzzzzz"))
    else:
        state.write_bytes(state.read_bytes().replace(b'"ratings":[', b'"ratings":3,"x":[', 1))
    assert summaries(desk.library()) == [summarised(desk.library().deck(SPEECH))]


def test_the_days_session_is_that_of_all_decks_though_few_are_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is most urgent is found in rows; only the decks that have it are opened."""
    monkeypatch.setattr(looking, "AT_FIRST", 4)
    desk, rng = _studied(tmp_path, 3), Random(5)
    library = desk.library()
    for number in range(12):
        text = "\n".join(f"{n}. 第{number}份材料的第{n}点，{'说明' * n}" for n in range(1, 8))
        name = library.keep(library.draft_of_text(f"材料{number}\n\n{text}"))
        session = desk.today(library.deck(name))
        for _ in range(rng.randrange(5, 40)):
            act(session, rng)
    library.close()
    desk.clock.pass_days(9)
    for minutes in (1, 3, 15, 600):
        object.__setattr__(desk.settings, "minutes", minutes)
        few, all_ = desk.library(), desk.library()
        chosen = todays_steps(few, summaries(few))
        wanted = for_today([all_.deck(name) for name in all_.names()], desk.settings, all_.known_words)
        assert [(type(step), step.deck.name, step.questions) for step in chosen] == [
            (type(step), step.deck.name, step.questions) for step in wanted
        ]
        assert minutes > 3 or len(few._decks._open) < len(few.names()) / 2


def test_rows_that_were_counted_before_the_last_answers_lead_to_the_same_session(tmp_path: Path) -> None:
    """What is in use is asked itself, so that home need not count again before it goes on."""
    desk = _studied(tmp_path, 3)
    desk.clock.pass_days(9)
    library = desk.library()
    rows = summaries(library)
    session = desk.session(todays_steps(library, rows))
    for _ in range(7):
        act(session, Random(3))

    fresh = [(step.deck.name, step.questions) for step in todays_steps(library)]
    assert [(step.deck.name, step.questions) for step in todays_steps(library, rows)] == fresh != []
