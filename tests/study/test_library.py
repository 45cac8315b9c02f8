"""The library: decks are made, taken, renamed, put aside, deleted and edited outside, and no history is lost."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from random import Random
from zipfile import ZipFile

import pytest

from studytui.cards.card import Kind
from studytui.errors import StudyError
from studytui.settings import Settings
from studytui.study.bring import LONGEST, deck_name
from studytui.study.library import Library
from studytui.study.looking import all_units, summaries, todays_steps, weak_items
from studytui.study.plan import for_cards
from studytui.study.steps import Read
from studytui.study.summary import today
from tests.study.desk import SPEECH, Desk, act, asks, put_right, the_speech

POINTS = "关于工作的讲话\n一、抓学习\n一是读书\n二是讨论\n三是笔记\n二、抓落实\n一是分工\n二是检查\n"
NAME = "关于工作的讲话"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """An empty library."""
    return Desk(tmp_path)


def _kept(desk: Desk, name: str | None = None) -> Library:
    library = desk.library()
    library.keep(library.draft_of_text(POINTS), name)
    return library


def _study(desk: Desk, library: Library, name: str, rating: int = 3) -> None:
    """Answer all points of a deck."""
    session = desk.session(asks(library.deck(name), Kind.POINT, 99))
    for _ in range(session.questions_left):
        session.rate(rating, 1000, 0)


def _counts(library: Library, name: str) -> dict[str, int]:
    """How often each point was answered, by its text."""
    deck = library.deck(name)
    nodes = deck.outline.nodes
    points = [card for card in deck.cards if card.kind is Kind.POINT]
    return {nodes[card.node].text: deck.memory(card).answers for card in points if card.node is not None}


def _edit(desk: Desk, name: str, change: Callable[[str], str]) -> Library:
    """Change a deck file in an editor while no program has it open."""
    path = desk.folders.decks / f"{name}.md"
    before = path.read_text("utf-8")
    path.write_text(change(before), "utf-8")
    assert path.read_text("utf-8") != before
    return desk.library()


def test_a_document_becomes_a_deck_called_by_its_title(desk: Desk) -> None:
    """A second one of the same name gets a number."""
    library = _kept(desk)
    library.keep(library.draft_of_text(POINTS))

    assert library.names() == (f"{NAME} 2", NAME)
    assert library.deck(NAME).id != library.deck(f"{NAME} 2").id
    assert list(_counts(library, NAME)) == ["抓学习", "抓落实", "读书", "讨论", "笔记", "分工", "检查"]


@pytest.mark.parametrize(
    ("wish", "name"),
    [
        ("a/b\\c:d", "abcd"),
        ("../../etc/passwd", "etcpasswd"),
        ("  讲 \t\n 话 ", "讲 话"),
        (".hidden", "hidden"),
        ("讲话\x1b[31m\x00", "讲话[31m"),
        ("", "deck"),
        ("///", "deck"),
        ("e\u0301", "é"),
        ("长" * 200, "长" * LONGEST),
    ],
)
def test_a_name_is_one_that_every_file_system_takes(wish: str, name: str) -> None:
    """What cannot stand in a file's name is left out."""
    assert deck_name(wish) == name


@pytest.mark.parametrize("name", ["device", "preferences", "holder"])
def test_a_deck_may_be_called_like_a_file_of_the_programs_own(desk: Desk, name: str) -> None:
    """Its state overwrites nothing, and its deletion removes nothing."""
    own = desk.folders.state / f"{name}.json"
    own.write_text("{}")
    library = _kept(desk, name)
    library.save()
    library.delete(name)
    library.close()

    assert own.read_text() == "{}"


def test_a_bundled_deck_is_taken_once(desk: Desk) -> None:
    """Also when it is called otherwise by now."""
    library = desk.library()
    assert library.take(the_speech()) == SPEECH
    library.rename(SPEECH, "开会")

    with pytest.raises(StudyError, match="开会"):
        library.take(the_speech())
    assert library.names() == ("开会",)


def test_a_bundled_deck_that_was_put_aside_is_not_taken_again(desk: Desk) -> None:
    """Two decks of one id would write one history."""
    library = desk.library()
    library.take(the_speech())
    library.archive(SPEECH)

    with pytest.raises(StudyError, match="already"):
        library.take(the_speech())


def test_a_bundled_deck_that_was_deleted_can_be_taken_again_and_is_new(desk: Desk) -> None:
    """Its history went with it."""
    library = desk.library()
    library.take(the_speech())
    _study(desk, library, SPEECH)
    library.delete(SPEECH)

    library.take(the_speech())

    assert set(_counts(library, SPEECH).values()) == {0}


def test_a_deck_that_was_renamed_keeps_its_progress(desk: Desk) -> None:
    """Now and after a new start; nothing is left of the old name."""
    library = _kept(desk)
    _study(desk, library, NAME)
    library.save()
    library.rename(NAME, "别名")

    assert set(_counts(library, "别名").values()) == {1}
    assert library.deck("别名").name == "别名"
    library.close()
    again = desk.library()
    assert again.names() == ("别名",)
    assert set(_counts(again, "别名").values()) == {1}
    assert [path.name for path in desk.state_files()] == ["别名.deck.json"]


def test_a_deck_file_that_was_renamed_outside_keeps_its_progress(desk: Desk) -> None:
    """It is found again by its id."""
    library = _kept(desk)
    _study(desk, library, NAME)
    library.close()
    (desk.folders.decks / f"{NAME}.md").rename(desk.folders.decks / "外面.md")

    assert set(_counts(desk.library(), "外面").values()) == {1}


def test_two_deck_files_that_changed_their_names_keep_their_own_progress(desk: Desk) -> None:
    """State is found by name, but belongs to an id."""
    library = _kept(desk, "甲")
    library.keep(library.draft_of_text(POINTS), "乙")
    _study(desk, library, "甲")
    library.deck("乙")
    library.close()
    one, two, other = (desk.folders.decks / f"{name}.md" for name in ("甲", "乙", "丙"))
    one.rename(other)
    two.rename(one)
    other.rename(two)

    again = desk.library()

    assert set(_counts(again, "甲").values()) == {0}
    assert set(_counts(again, "乙").values()) == {1}


def test_no_deck_gets_the_name_of_another(desk: Desk) -> None:
    """Not even one that differs in case only, nor that of one put aside."""
    library = _kept(desk, "Speech")
    library.keep(library.draft_of_text(POINTS), "other")
    library.keep(library.draft_of_text(POINTS), "aside")
    library.archive("aside")

    for taken in ("speech", "aside", "Speech"):
        with pytest.raises(StudyError, match="exists already"):
            library.rename("other", taken)
    library.rename("Speech", "speech")
    assert library.names() == ("other", "speech")


def test_a_deck_put_aside_is_not_asked_and_keeps_its_progress(desk: Desk) -> None:
    """Until it is taken back."""
    library = _kept(desk)
    _study(desk, library, NAME)
    library.archive(NAME)
    assert (library.names(), library.archived()) == ((), (NAME,))
    assert todays_steps(library) == []
    with pytest.raises(StudyError, match="no deck called"):
        library.deck(NAME)

    library.unarchive(NAME)

    assert (library.names(), library.archived()) == ((NAME,), ())
    assert set(_counts(library, NAME).values()) == {1}


def test_a_deleted_deck_is_in_a_backup_with_all_its_answers(desk: Desk) -> None:
    """And nowhere else."""
    library = _kept(desk)
    _study(desk, library, NAME)
    library.save()
    deck = library.deck(NAME).id

    name = library.delete(NAME)

    assert library.names() == ()
    with ZipFile(desk.folders.backups / name) as backup:
        journal = backup.read(f"reviews/{deck}/aaaaaaaaaa.jsonl")
        assert f"decks/{NAME}.md" in backup.namelist()
    assert journal.count(b'"kind":"review"') == 7
    assert not desk.state_files()
    assert not list(desk.folders.reviews.iterdir())


def test_the_day_of_the_speech_stands_in_the_deck_file(desk: Desk) -> None:
    """It can be set and taken away, and changes nothing else."""
    library = _kept(desk)
    _study(desk, library, NAME)
    for day in (date(2026, 12, 1), None):
        library.set_day(NAME, day)
        assert library.deck(NAME).day == day
        assert desk.library().deck(NAME).day == day
        assert summaries(library)[0].speech == day
        assert set(_counts(library, NAME).values()) == {1}


def test_a_deck_can_be_shown_in_the_other_script(desk: Desk) -> None:
    """The file keeps its own, and history stays."""
    library = _kept(desk)
    _study(desk, library, NAME)
    library.set_show(NAME, "traditional")

    assert "讀書" in _counts(library, NAME)
    assert set(_counts(library, NAME).values()) == {1}
    assert "一是 读书" in (desk.folders.decks / f"{NAME}.md").read_text("utf-8")


@pytest.mark.parametrize(
    "change",
    [
        lambda library: library.set_day(NAME, date(2026, 12, 1)),
        lambda library: library.set_show(NAME, "traditional"),
        lambda library: library.rename(NAME, "别名"),
    ],
    ids=["day", "show", "name"],
)
def test_a_session_that_waits_goes_on_with_a_deck_whose_head_was_changed(
    desk: Desk, change: Callable[[Library], object]
) -> None:
    """What is answered in it is seen by everything else, now and later."""
    library = _kept(desk)
    session = desk.session(asks(library.deck(NAME), Kind.POINT, 4))
    session.rate(3, 1000, 0)
    change(library)
    for _ in range(3):
        session.rate(3, 1000, 0)
    (name,) = library.names()

    assert sum(_counts(library, name).values()) == 4
    library.close()
    again = desk.library()
    assert sum(_counts(again, name).values()) == 4
    assert len({unit.seq for _, unit in all_units(again, name)}) == len(list(all_units(again, name)))


def test_a_session_that_waits_while_its_deck_is_edited_loses_nothing(desk: Desk) -> None:
    """Both write to one journal, and the state of either holds both."""
    library = _kept(desk)
    session = desk.session(asks(library.deck(NAME), Kind.POINT, 4))
    session.rate(3, 1000, 0)
    path = desk.folders.decks / f"{NAME}.md"
    path.write_text(path.read_text("utf-8").replace("读书", "多读书"), "utf-8")
    library.set_day(NAME, date(2026, 12, 1))
    for _ in range(3):
        session.rate(3, 1000, 0)
    library.close()

    assert sum(_counts(desk.library(), NAME).values()) == 4


def test_editing_outside_keeps_the_history_of_unchanged_moved_and_reworded_points(desk: Desk) -> None:
    """Only what is new has none."""
    library = _kept(desk)
    _study(desk, library, NAME)
    library.close()

    def edit(text: str) -> str:
        text = text.replace("## 一是 读书\n## 二是 讨论\n", "## 一是 讨论\n## 二是 读书\n")
        return text.replace("检查", "经常检查").replace("## 三是 笔记\n", "## 三是 笔记\n## 四是 交流\n")

    again = _edit(desk, NAME, edit)
    deck = again.deck(NAME)

    assert _counts(again, NAME) == {
        "抓学习": 1,
        "抓落实": 1,
        "讨论": 1,
        "读书": 1,
        "笔记": 1,
        "交流": 0,
        "分工": 1,
        "经常检查": 1,
    }
    told = [[deck.outline.nodes[i].text for i in some] for some in (deck.matching.new, deck.matching.moved)]
    assert told == [["交流"], ["讨论", "读书"]]
    assert [deck.outline.nodes[i].text for i in deck.matching.reworded] == ["经常检查"]
    moved = {deck.outline.nodes[card.node or 0].text for _, card, _ in weak_items(again, NAME)}
    assert moved == {"讨论", "读书"}


def test_an_edit_is_told_once_and_written_down_once(desk: Desk) -> None:
    """The next start knows the outline as it is."""
    _kept(desk).close()
    again = _edit(desk, NAME, lambda text: text.replace("读书", "多读书"))
    assert again.deck(NAME).matching.changed
    again.close()

    third = desk.library()
    assert not third.deck(NAME).matching.changed
    assert len(list(all_units(third, NAME))) == 2


def test_a_point_that_is_taken_out_and_put_back_has_its_history(desk: Desk) -> None:
    """Even after the program has seen the deck without it."""
    library = _kept(desk)
    _study(desk, library, NAME)
    library.close()
    without = _edit(desk, NAME, lambda text: text.replace("## 三是 笔记\n", ""))
    assert "笔记" not in _counts(without, NAME)
    assert [known.text for known in without.deck(NAME).matching.gone] == ["笔记"]
    without.close()

    back = _edit(desk, NAME, lambda text: text.replace("## 二是 讨论\n", "## 二是 讨论\n## 三是 笔记\n"))

    assert _counts(back, NAME)["笔记"] == 1


def test_a_deck_file_that_cannot_be_read_says_so_and_the_others_go_on(desk: Desk) -> None:
    """It is in the list, with the reason."""
    library = _kept(desk, "好的")
    library.close()
    (desk.folders.decks / "坏的.md").write_bytes(b"---\nid: x\n---\n# \xff\n")

    rows = {row.name: row.problem for row in summaries(desk.library())}

    assert rows["好的"] is None
    assert rows["坏的"] is not None
    assert todays_steps(desk.library())


def test_a_reader_refuses_to_answer_in_words(desk: Desk) -> None:
    """It looks on while another program writes."""
    _kept(desk).close()
    session = desk.session(asks(desk.reader().deck(NAME), Kind.POINT, 1))

    with pytest.raises(StudyError, match="reading only"):
        session.rate(3, 1000, 0)


def test_everything_that_was_answered_is_listed_what_was_taken_back_included(desk: Desk) -> None:
    """Oldest first."""
    library = _kept(desk)
    session = desk.session(asks(library.deck(NAME), Kind.POINT, 2))
    session.rate(1, 1000, 0)
    session.undo()
    session.rate(3, 1000, 0)

    kinds = [event["kind"] for _, unit in all_units(library) for event in unit.events]

    assert kinds == ["outline", "review", "undo", "review"]


def test_a_reader_takes_an_edit_into_account_and_writes_nothing(desk: Desk) -> None:
    """A point that got another number is weak for whoever only looks, before any writer has noted it."""
    library = _kept(desk)
    _study(desk, library, NAME)
    library.close()
    _edit(desk, NAME, lambda text: text.replace("## 一是 读书\n## 二是 讨论", "## 一是 讨论\n## 二是 读书"))
    before = {path: path.read_bytes() for path in desk.folders.root.rglob("*") if path.is_file()}

    reader = desk.reader()
    moved = {deck.outline.nodes[card.node or 0].text for deck, card, _ in weak_items(reader)}

    assert moved == {"读书", "讨论"}
    assert before == {path: path.read_bytes() for path in desk.folders.root.rglob("*") if path.is_file()}


def test_what_was_learnt_in_a_finished_deck_counts_against_the_days_new_points(tmp_path: Path) -> None:
    """Twelve a day are twelve, whether or not anything is left in the deck they are of."""
    desk = Desk(tmp_path, Settings(minutes=600, new_points=7))
    library = _kept(desk)
    library.keep(library.draft_of_text(POINTS), "second")
    session = desk.session(for_cards([(library.deck(NAME), card) for card in library.deck(NAME).cards]))
    while session.step is not None:
        put_right(session) if session.board and not session.board.done else act(session, Random(1))

    assert today(summaries(library), library.settings.new_points, library.today().toordinal()).new == 0
    assert not [step for step in todays_steps(library) if isinstance(step, Read)]
