"""A deck's text is changed: what was which before is found, can be corrected, and its history follows."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from studytui.cards.card import Kind
from studytui.errors import StudyError
from studytui.outline.tree import Outline
from studytui.study.changes import Change, What, changes
from studytui.study.deck import StudyDeck
from studytui.study.library import Library
from studytui.study.looking import all_units
from studytui.study.matches import Matches
from tests.study.desk import Desk, asks

POINTS = "关于工作的讲话\n一、抓学习\n一是读书要读原著\n二是讨论要有主题\n三是笔记\n二、抓落实\n一是分工\n二是检查\n"
NAME = "关于工作的讲话"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """An empty library."""
    return Desk(tmp_path)


@pytest.fixture
def studied(desk: Desk) -> Library:
    """A library with a deck of which each point was answered as often as it stands from the top."""
    library = desk.library()
    library.keep(library.draft_of_text(POINTS))
    deck = library.deck(NAME)
    session = desk.session(asks(deck, Kind.POINT, 99))
    for _ in range(session.questions_left):
        session.rate(3, 1000, 0)
    return library


def edited(library: Library, *changes: tuple[str, str]) -> Matches:
    """The deck after an edit of its file."""
    library.editing.begin(NAME)
    text = library.editing.text(NAME)
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    library.editing.write(NAME, text)
    matches = library.editing.take_in(NAME)
    assert matches is not None
    return matches


def counts(library: Library) -> dict[str, int]:
    """How often each point was answered, by its text."""
    deck = library.deck(NAME)
    nodes = deck.outline.nodes
    points = [card for card in deck.cards if card.kind is Kind.POINT]
    return {nodes[card.node].text: deck.memory(card).answers for card in points if card.node is not None}


def told(matches: Matches) -> list[tuple[What, str, str]]:
    """What has changed, by the texts now and before."""
    now, before = matches.deck.file.outline.nodes, matches.before.outline.nodes
    return [
        (
            change.what,
            "" if change.node is None else now[change.node].text,
            "" if change.was is None else before[change.was].text,
        )
        for change in matches.changes
    ]


def node(matches: Matches, text: str) -> int:
    """The node with a text."""
    return next(i for i, one in enumerate(matches.deck.file.outline.nodes) if one.text == text)


def was(matches: Matches, text: str) -> int:
    """The node that had a text."""
    return next(i for i, one in enumerate(matches.before.outline.nodes) if one.text == text)


def test_all_history_follows_an_edit_and_each_change_is_told(studied: Library) -> None:
    """Reworded, moved, new and gone nodes are told apart, and the others are kept."""
    matches = edited(
        studied,
        ("## 一是 读书要读原著\n", ""),
        ("## 二是 讨论要有主题", "## 一是 讨论要有明确的主题"),
        ("## 三是 笔记\n", ""),
        ("## 二是 检查", "## 二是 检查\n## 三是 笔记\n## 四是 评比\n"),
    )

    assert told(matches) == [
        (What.REWORDED, "讨论要有明确的主题", "讨论要有主题"),
        (What.MOVED, "笔记", "笔记"),
        (What.NEW, "评比", ""),
        (What.GONE, "", "读书要读原著"),
    ]
    assert matches.kept == 4
    assert counts(studied) == {
        "抓学习": 1,
        "讨论要有明确的主题": 1,
        "抓落实": 1,
        "分工": 1,
        "检查": 1,
        "笔记": 1,
        "评比": 0,
    }


def test_likeness_counts_more_than_the_place(studied: Library) -> None:
    """A new point in the place of one that moved on a line is new, and the other keeps its history."""
    matches = edited(
        studied,
        ("## 二是 讨论要有主题", "## 二是 外出参观\n## 三是 讨论要有明确的主题"),
        ("## 三是 笔记", "## 四是 笔记"),
    )

    assert told(matches)[:2] == [
        (What.NEW, "外出参观", ""),
        (What.REWORDED, "讨论要有明确的主题", "讨论要有主题"),
    ]
    assert counts(studied)["外出参观"] == 0


def test_a_new_point_can_be_said_to_be_one_that_is_gone(studied: Library, desk: Desk) -> None:
    """Its history comes along, as an event that the person wrote, and is there after the next start."""
    matches = edited(studied, ("## 二是 讨论要有主题\n", ""), ("## 二是 检查", "## 二是 检查\n## 三是 大家谈一谈\n"))
    assert counts(studied)["大家谈一谈"] == 0

    matches.same(node(matches, "大家谈一谈"), was(matches, "讨论要有主题"))

    assert (What.REWORDED, "大家谈一谈", "讨论要有主题") in told(matches)
    assert counts(studied)["大家谈一谈"] == 1
    renames = [event for _, unit in all_units(studied, NAME) for event in unit.events if event["kind"] == "rename"]
    assert [event["by"] for event in renames] == ["user"]
    assert counts(desk.library()) == counts(studied)


def test_a_point_can_be_said_to_be_another_than_it_was_taken_for(studied: Library, desk: Desk) -> None:
    """It is new then; what it was taken for is gone, and comes back with its history when its text comes back."""
    matches = edited(studied, ("## 二是 讨论要有主题", "## 二是 外出参观"))
    assert told(matches) == [(What.REWORDED, "外出参观", "讨论要有主题")]

    matches.different(node(matches, "外出参观"))

    assert told(matches) == [(What.NEW, "外出参观", ""), (What.GONE, "", "讨论要有主题")]
    assert counts(studied)["外出参观"] == 0
    assert counts(desk.library())["外出参观"] == 0

    again = desk.library()
    edited(again, ("## 三是 笔记", "## 三是 笔记\n## 四是 讨论要有主题"))
    assert counts(again)["讨论要有主题"] == 1


def test_two_points_that_were_taken_for_each_other_are_put_right(studied: Library, desk: Desk) -> None:
    """Each has the history of what it was, and what is left over is gone."""
    matches = edited(studied, ("## 一是 读书要读原著", "## 一是 甲乙丙"), ("## 二是 讨论要有主题", "## 二是 丁戊己"))
    first, second = node(matches, "甲乙丙"), node(matches, "丁戊己")
    deck = studied.deck(NAME)
    before = [deck.memory(deck.cards_of(i)[0]).ratings for i in (first, second)]

    matches.same(first, was(matches, "讨论要有主题"))
    assert told(matches) == [
        (What.REWORDED, "甲乙丙", "讨论要有主题"),
        (What.NEW, "丁戊己", ""),
        (What.GONE, "", "读书要读原著"),
    ]
    matches.same(second, was(matches, "读书要读原著"))

    assert told(matches) == [(What.REWORDED, "甲乙丙", "讨论要有主题"), (What.REWORDED, "丁戊己", "读书要读原著")]
    assert [counts(desk.library())[text] for text in ("甲乙丙", "丁戊己")] == [len(ratings) for ratings in before]


def test_corrections_of_matches_are_taken_back_one_by_one(studied: Library, desk: Desk) -> None:
    """After all of them it is as it was found."""
    matches = edited(studied, ("## 一是 读书要读原著", "## 一是 甲乙丙"), ("## 二是 讨论要有主题", "## 二是 丁戊己"))
    found, had = told(matches), counts(studied)
    matches.different(node(matches, "甲乙丙"))
    matches.same(node(matches, "丁戊己"), was(matches, "读书要读原著"))
    assert told(matches) != found

    assert (matches.undo(), matches.undo(), matches.undo()) == (True, True, False)
    assert told(matches) == found
    assert counts(studied) == counts(desk.library()) == had


def test_what_has_become_of_a_deck_is_found_once(studied: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    """A screen asks for it at each key: only a correction makes it anew, and taking that back needs nothing."""
    found: list[int] = []

    def counted(old: Outline, new: Outline, partners: Sequence[int | None]) -> list[Change]:
        found.append(len(partners))
        return changes(old, new, partners)

    monkeypatch.setattr("studytui.study.matches.changes", counted)
    made = edited(studied, ("读书要读原著", "读书多读原著"))
    first = (made.changes, made.kept, made.cards, made.changes, made.cards)
    node = next(change.node for change in made.changes if change.node is not None)
    made.different(node)
    corrected = (made.changes, made.kept, made.cards)
    made.undo()

    assert (made.changes, made.kept, made.cards) == first[:3] != corrected
    assert len(found) == 2


def test_what_cannot_be_read_leaves_the_deck_and_the_copy(studied: Library) -> None:
    """The sentence names the line; the copy is mended and taken in."""
    before = studied.deck(NAME).file.outline
    studied.editing.begin(NAME)
    text = studied.editing.text(NAME)
    studied.editing.write(NAME, text.replace("## 一是 读书要读原著", "#### 一是 读书要读原著"))
    with pytest.raises(StudyError, match=r"关于工作的讲话\.md, line \d+"):
        studied.editing.take_in(NAME)

    assert studied.deck(NAME).file.outline == before
    assert studied.editing.begun(NAME)

    studied.editing.begin(NAME)
    assert "#### 一是" in studied.editing.text(NAME)


@pytest.mark.parametrize("change", [("id: ", "id: a"), ("---", "...")])
def test_the_head_is_the_decks_for_good(studied: Library, change: tuple[str, str]) -> None:
    """With another id the deck would lose its history, and so it is refused."""
    studied.editing.begin(NAME)
    studied.editing.write(NAME, studied.editing.text(NAME).replace(*change))

    with pytest.raises(StudyError):
        studied.editing.take_in(NAME)


def test_another_id_is_refused(studied: Library) -> None:
    """Though it has the form of one."""
    studied.editing.begin(NAME)
    own = studied.deck(NAME).id
    studied.editing.write(NAME, studied.editing.text(NAME).replace(own, "abcdefghijkl"))

    with pytest.raises(StudyError, match=own):
        studied.editing.take_in(NAME)


def test_nothing_changed_is_nothing_done(studied: Library) -> None:
    """The copy is gone, and the deck is the same object."""
    deck = studied.deck(NAME)
    studied.editing.begin(NAME)

    assert studied.editing.take_in(NAME) is None
    assert not studied.editing.begun(NAME)
    assert studied.deck(NAME) is deck


def test_what_somebody_else_wrote_meanwhile_is_put_aside(studied: Library, desk: Desk) -> None:
    """The edit is taken, and the other text is kept where nothing reads it."""
    studied.editing.begin(NAME)
    path = desk.folders.decks / f"{NAME}.md"
    path.write_text(path.read_text("utf-8").replace("检查", "督查"), "utf-8")
    studied.editing.write(NAME, studied.editing.text(NAME).replace("分工", "分工明确"))
    studied.editing.take_in(NAME)

    assert "分工明确" in counts(studied)
    assert any("督查" in aside.read_text("utf-8") for aside in desk.folders.aside.iterdir())


def test_what_a_person_wrote_is_kept_as_it_was_written(studied: Library, desk: Desk) -> None:
    """Blank lines and an own key in the head stay in the file."""
    edited(studied, ("script: ", "note: own\nscript: "), ("# 二、", "\n\n\n# 二、"))
    text = (desk.folders.decks / f"{NAME}.md").read_text("utf-8")

    assert "note: own" in text
    assert "\n\n\n# 二、" in text


def test_a_new_version_of_the_document_keeps_what_belongs_to_the_deck(studied: Library) -> None:
    """Its day, its id and all history stay; what is new can be asked by itself."""
    studied.set_show(NAME, "traditional")
    before = studied.deck(NAME)
    matches = studied.editing.update(NAME, studied.draft_of_text(POINTS + "三是评比\n"))

    assert (matches.deck.id, matches.deck.file.show) == (before.id, "traditional")
    assert matches.changes == (Change(What.NEW, 7, None),)
    assert {(card.kind, card.node) for card in matches.cards} == {(Kind.POINT, 7), (Kind.PLACE, 7), (Kind.LINK, 6)}
    assert counts(studied)["讀書要讀原著"] == 1


def test_an_edit_that_was_not_made_does_not_bring_an_old_text_back(studied: Library, desk: Desk) -> None:
    """The editor was left, a new version came in: the copy that was made before is no edit of it."""
    studied.editing.begin(NAME)
    studied.editing.update(NAME, studied.draft_of_text(POINTS.replace("笔记", "笔记要常翻")))

    assert not studied.editing.begun(NAME)
    assert not desk.library().editing.begun(NAME)
    studied.editing.begin(NAME)
    assert "笔记要常翻" in studied.editing.text(NAME)


def test_what_somebody_else_wrote_is_kept_though_the_program_was_closed_in_between(
    studied: Library, desk: Desk
) -> None:
    """The edit is gone on with by another process; the other words are in backups."""
    studied.editing.begin(NAME)
    studied.editing.write(NAME, studied.editing.text(NAME).replace("分工", "分工到人"))
    studied.close()
    file = desk.folders.decks / f"{NAME}.md"
    file.write_text(file.read_text("utf-8").replace("检查", "天天检查"), "utf-8")
    later = desk.library()

    assert later.editing.begun(NAME)
    later.editing.begin(NAME)
    later.editing.take_in(NAME)
    assert "分工到人" in file.read_text("utf-8")
    assert any("天天检查" in kept.read_text("utf-8") for kept in desk.folders.aside.iterdir())


def test_an_edit_is_the_decks_whatever_that_is_called(studied: Library) -> None:
    """It goes along with a rename, and a new deck under the old name is not offered it."""
    studied.editing.begin(NAME)
    studied.editing.write(NAME, studied.editing.text(NAME).replace("分工", "分工到人"))
    studied.rename(NAME, "另一个名字")
    studied.keep(studied.draft_of_text(POINTS), NAME)

    assert studied.editing.begun("另一个名字")
    assert not studied.editing.begun(NAME)


def test_words_that_are_dropped_and_those_of_a_deleted_deck_are_kept_aside(studied: Library, desk: Desk) -> None:
    """Nothing that was typed is gone for good."""
    for words, end in (("分工到人", studied.editing.drop), ("分工到岗", studied.delete)):
        studied.editing.begin(NAME)
        studied.editing.write(NAME, studied.editing.text(NAME).replace("分工", words))
        end(NAME)

        assert any(words in kept.read_text("utf-8") for kept in desk.folders.aside.iterdir())


def test_where_the_journal_cannot_be_written_the_deck_is_as_it_was(
    studied: Library, monkeypatch: pytest.MonkeyPatch, desk: Desk
) -> None:
    """The file too; the edit is still there."""
    file = desk.folders.decks / f"{NAME}.md"
    before = file.read_bytes()
    studied.editing.begin(NAME)
    studied.editing.write(NAME, studied.editing.text(NAME).replace("分工", "分工到人"))

    def full(*_: object) -> str:
        raise StudyError("The disk is full.")

    monkeypatch.setattr(StudyDeck, "note_match", full)
    with pytest.raises(StudyError, match="full"):
        studied.editing.take_in(NAME)

    assert file.read_bytes() == before
    assert studied.editing.begun(NAME)
