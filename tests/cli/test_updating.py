"""``import --update``: a new version of a document, with all that was learnt of it."""

import json
from pathlib import Path

import pytest

from tests.cli.shell import NAME, SPEECH, Shell


@pytest.fixture
def newer(shell: Shell, document: str, tmp_path: Path) -> str:
    """A deck is there, and a new version of its document: points reworded, renumbered, new and gone."""
    assert shell("import", document).code == 0
    path = tmp_path / "newer.txt"
    text = SPEECH.replace("加强领导，态势日趋良好", "加强组织领导，态势日趋良好").replace(
        "一是抓教育。\n二是抓整改", "一是抓整改"
    )
    path.write_text(text + "二是建立督查制度。\n", "utf-8")
    return str(path)


def test_what_has_become_of_the_points_is_printed(shell: Shell, newer: str) -> None:
    """The sum in the first line, then one line a change."""
    ran = shell("import", "--update", NAME, newer)

    assert ran.code == 0
    assert ran.out.splitlines() == [
        f"{NAME}: 5 kept  1 reworded  1 renumbered  1 added  1 removed",
        "  reworded  一是 加强领导，态势日趋良好 → 一是 加强组织领导，态势日趋良好",
        "  renumbered  二是 抓整改 → 一是 抓整改",
        "  added  二是 建立督查制度",
        "  removed  一是 抓教育",
    ]
    assert [row["name"] for row in json.loads(shell("decks", "--json").out)] == [NAME]


def test_the_sum_reads_as_chinese_does(shell: Shell, newer: str) -> None:
    """The word before its figure, as on the screen."""
    first = shell("import", "--update", NAME, newer, language="zh_CN").out.splitlines()[0]

    assert first == f"{NAME}：不变 5  改写 1  改序号 1  新增 1  删去 1"


def test_it_is_printed_as_data_too(shell: Shell, newer: str) -> None:
    """Every kind of change has its list, empty or not."""
    found = json.loads(shell("import", "--update", NAME, newer, "--json").out)

    assert found == {
        "name": NAME,
        "nodes": 8,
        "warnings": 0,
        "kept": 5,
        "reworded": [{"was": "一是 加强领导，态势日趋良好", "now": "一是 加强组织领导，态势日趋良好"}],
        "moved": [],
        "renumbered": [{"was": "二是 抓整改", "now": "一是 抓整改"}],
        "text": [],
        "new": [{"now": "二是 建立督查制度"}],
        "gone": [{"was": "一是 抓教育"}],
    }


def test_what_is_to_be_checked_is_told_as_at_the_first_import(shell: Shell, newer: str) -> None:
    """How the file was read, and what the outline warns of."""
    text = Path(newer).read_text("utf-8").replace("二是标准还不高。", "二是标准还不高\u200b。\n（此处省略300字）")
    Path(newer).write_text(text, "utf-8")
    told = [line for line in shell("import", newer, "--name", "x").out.splitlines() if line.startswith("  ! ")]
    ran = shell("import", "--update", NAME, newer)

    assert len(told) == 2
    assert ran.out.splitlines()[-2:] == told
    assert json.loads(shell("import", "--update", NAME, newer, "--json").out)["warnings"] == 1


def test_a_second_import_says_that_there_is_such_a_deck(shell: Shell, newer: str) -> None:
    """Whoever meant a new version learns how to bring it in as one."""
    first, second, *_ = shell("import", newer).out.splitlines()

    assert first == f"{NAME} 2: 8 nodes"
    assert second == f"  ! there is a deck {NAME} already: --update makes a document its new version"
    assert "!" not in shell("import", newer, "--name", "x").out


def test_history_follows_and_the_same_document_again_changes_nothing(shell: Shell, newer: str, document: str) -> None:
    """What was answered stays with its point."""
    before = shell("history", NAME, "--json").out
    assert shell("import", "--update", NAME, document).out == f"{NAME}: 8 kept\n"
    shell("import", "--update", NAME, newer)
    ran = shell("import", "--update", NAME, newer)

    assert ran.out == f"{NAME}: 8 kept\n"
    assert json.loads(shell("history", NAME, "--json").out)[: len(json.loads(before))] == json.loads(before)


def test_it_takes_one_document_and_a_deck_that_is_there(shell: Shell, newer: str, document: str) -> None:
    """Each is refused in one sentence, and nothing is changed."""
    assert "--update" in shell("import", "--update", NAME, newer, document).refused
    assert "--update" in shell("import", "--update", NAME, "--name", "x", newer).refused
    assert "no deck" in shell("import", "--update", "nothing", newer).refused
    assert "--update" in shell("import", "--update", "", newer).refused
    assert [row["name"] for row in json.loads(shell("decks", "--json").out)] == [NAME]
