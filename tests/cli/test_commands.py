"""The commands as scripts use them: what they print, the shape of their JSON, and their exit codes."""

import io
import json
import sys
from pathlib import Path

import pytest

from tests.cli.shell import NAME, Ran, Shell

SEED = sorted((Path(__file__).parents[2].parent / "shared" / "seed").glob("*.txt"))
NODE = {"marker", "ordinal", "text", "depth", "parent", "group", "line", "body", "tail"}
GROUP = {"parent", "group", "name", "lead", "tail"}


def answering(monkeypatch: pytest.MonkeyPatch, *lines: str) -> None:
    """Let these lines stand on standard input."""
    text = io.TextIOWrapper(io.BytesIO("".join(f"{line}\n" for line in lines).encode()), encoding="utf-8")
    monkeypatch.setattr(sys, "stdin", text)


def as_json(ran: Ran) -> list[dict[str, object]]:
    """What was printed, as rows."""
    assert (ran.code, ran.err) == (0, "")
    rows: list[dict[str, object]] = json.loads(ran.out)
    return rows


def test_outline_shows_the_tree_and_writes_nothing(shell: Shell, document: str, library: Path) -> None:
    """Headings, points, group names and paragraphs are there; a library is not made."""
    ran = shell("outline", document)

    assert ran.code == 0
    assert "  一、主要做法和存在的问题" in ran.out
    assert "    一是 加强领导，态势日趋良好   (1 paragraph)" in ran.out
    assert "    | 存在的问题" in ran.out
    assert not library.exists()


def test_each_node_of_the_tree_has_its_line_and_each_warning_its_node(shell: Shell, tmp_path: Path) -> None:
    """What is to be checked stands below the point that it is about, what is of the whole above all, the sum below."""
    path = tmp_path / "speech.txt"
    path.write_text("一、开头,要实\n正文。\n此处省略300字\n三、结尾\n正文。", "utf-8")
    rows = shell("outline", str(path)).out.splitlines()

    assert rows[0] == "1   一、开头，要实   (1 paragraph, text missing)"
    assert rows[1] == "      ! line 3: 300 characters were left out here   gap:3"
    assert rows[2].startswith("4   三、结尾")
    assert rows[3].split()[:3] == ["!", "line", "4:"]
    assert rows[4] == "2 nodes   2 warnings"


def test_a_repair_is_left_out_where_it_is_not_wanted(shell: Shell, tmp_path: Path) -> None:
    """The notice stays as text; an unknown kind is refused in a sentence that names the known ones."""
    path = tmp_path / "speech.txt"
    path.write_text("一、开头\n正文。\n此处省略300字\n二、结尾\n正文。", "utf-8")
    found = json.loads(shell("outline", str(path), "--json", "--keep", "gap:3").out)

    assert found["warnings"] == []
    assert found["nodes"][0]["body"] == ["正文。", "此处省略300字"]

    refused = shell("outline", str(path), "--keep", "hole:3")

    assert refused.code == 1
    assert "hole:3" in refused.err
    assert "gap" in refused.err


def test_the_json_of_an_outline_has_the_promised_shape(shell: Shell, document: str) -> None:
    """Nodes are flat, a parent before its children; a group has its lead and name; texts are clean."""
    found = json.loads(shell("outline", document, "--json").out)

    assert {"title", "script", "opening", "nodes", "groups", "closing", "warnings"} <= set(found)
    assert (found["title"], found["script"]) == (NAME, "hans")
    assert found["opening"] == ["同志们：今天讲两个问题。"]
    assert all(set(node) >= NODE for node in found["nodes"])
    assert all(set(group) >= GROUP for group in found["groups"])
    assert [node["ordinal"] for node in found["nodes"]] == [1, 1, 2, 1, 2, 2, 1, 2]
    assert [node["parent"] for node in found["nodes"]] == [None, 0, 0, 0, 0, None, 5, 5]
    assert [node["line"] for node in found["nodes"]] == [4, 5, 6, 8, 9, 10, 11, 12]
    assert found["nodes"][1]["text"] == "加强领导，态势日趋良好"
    assert found["nodes"][1]["body"] == ["去年成立了领导小组。"]
    second = next(group for group in found["groups"] if group["group"] == 2)
    assert (second["parent"], second["name"]) == (0, "存在的问题")
    assert "薄弱环节" in second["lead"]


@pytest.mark.skipif(not SEED, reason="the shared seed is not at hand")
def test_the_seed_is_understood_as_it_was_promised(shell: Shell) -> None:
    """Three sections, 20 nodes, the second group with its lead and name, and every warning with its line."""
    found = json.loads(shell("outline", str(SEED[0]), "--json").out)

    nodes = found["nodes"]
    sections = [i for i, node in enumerate(nodes) if node["parent"] is None]
    sizes = [[n["group"] for n in nodes if n["parent"] == i] for i in sections]
    assert (len(nodes), len(sections)) == (20, 3)
    assert [(groups.count(1), groups.count(2)) for groups in sizes] == [(6, 3), (4, 0), (4, 0)]
    second = next(g for g in found["groups"] if (g["parent"], g["group"]) == (sections[0], 2))
    assert second["name"] in ("存在的问题", "存在的問題")
    assert "薄弱" in second["lead"]
    warnings = {warning["kind"]: warning for warning in found["warnings"]}
    assert {"gap", "truncated", "garbled", "wrapped", "advert"} <= set(warnings)
    assert warnings["gap"]["chars"] == 701
    assert (warnings["truncated"]["total"], warnings["truncated"]["shown"]) == (5607, 1969)
    assert all(warning["line"] > 0 for warning in found["warnings"])


def test_characters_are_converted_where_wished(shell: Shell, document: str) -> None:
    """The text is, and the title with it."""
    assert "存在的問題" in shell("outline", document, "--traditional").out


def test_import_from_standard_input_with_a_name(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    """- is standard input, --name the deck's name, --json tells what came."""
    answering(monkeypatch, "讲话", "一、甲", "二、乙")

    assert as_json(shell("import", "-", "--name", "我的", "--json")) == [{"name": "我的", "nodes": 2, "warnings": 1}]
    assert [row["name"] for row in as_json(shell("decks", "--json"))] == ["我的"]


def test_decks_tells_what_each_holds(stocked: Shell) -> None:
    """Its name, id, title and figures."""
    (row,) = as_json(stocked("decks", "--json"))

    assert list(row) == ["name", "id", "title", "nodes", "cards", "new", "due", "weak", "readiness"]
    assert (row["name"], row["title"], row["nodes"], row["new"], row["weak"]) == (NAME, NAME, 8, 8, 0)


def test_an_empty_library_says_what_to_do(shell: Shell, library: Path) -> None:
    """Looking at it does not make it."""
    assert "studytui import" in shell("decks").out
    assert as_json(shell("decks", "--json")) == []
    assert shell("due").out == "Nothing is due.\n"
    assert not library.exists()


def test_a_deck_that_is_not_there_is_named(stocked: Shell) -> None:
    """Every command that takes a deck says so in one sentence."""
    for command in (["due"], ["weak"], ["history"], ["deck", "archive"], ["deck", "unarchive"], ["deck", "delete"]):
        assert "nope" in stocked(*command, "nope").refused
    assert "nope" in stocked("review", "nope", "--plain").refused
    assert "2026-13-01" in stocked("deck", "day", NAME, "2026-13-01").refused


def test_a_deck_is_renamed_put_aside_taken_back_and_deleted(stocked: Shell, library: Path) -> None:
    """Its progress stays with it until it is deleted, and then is in backups/."""
    stocked("deck", "rename", NAME, "讲话")
    before = as_json(stocked("history", "讲话", "--json"))

    assert stocked("deck", "archive", "讲话").code == 0
    assert as_json(stocked("decks", "--json")) == []
    assert stocked("deck", "unarchive", "讲话").code == 0
    assert as_json(stocked("history", "讲话", "--json")) == before

    said = stocked("deck", "delete", "讲话").out

    (kept,) = (library / "backups").glob("讲话*.zip")
    assert kept.name in said
    assert as_json(stocked("decks", "--json")) == []


def test_the_day_of_the_speech_is_set_and_taken_away(stocked: Shell, library: Path) -> None:
    """It stands in the deck file, and is told either way."""
    path = library / "decks" / f"{NAME}.md"

    assert stocked("deck", "day", NAME, "2026-12-31").out == f"The speech {NAME} is on 2026-12-31.\n"
    assert "day: 2026-12-31" in path.read_text("utf-8")
    assert stocked("deck", "day", NAME, "none").out == f"The speech {NAME} has no day.\n"
    assert "day:" not in path.read_text("utf-8")


def test_what_was_not_said_is_weak_with_its_reason_and_in_the_history(
    stocked: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Line mode asks, an empty line shows the answer, 1 rates it; every answer is listed afterwards."""
    answering(monkeypatch, "", "", "1", ":q")
    said = stocked("review", NAME, "--plain", "--drill", "recall", "--limit", "1")

    assert said.code == 0
    assert "1 answers: right 0, after a cue 0, wrong 1. Weak now: 1." in said.out

    (weak,) = as_json(stocked("weak", "--json"))
    reviews = [row for row in as_json(stocked("history", "--json")) if row["kind"] == "review"]

    assert set(weak) == {"deck", "card", "label", "why", "reason", "R"}
    assert (weak["deck"], weak["why"]) == (NAME, "failed")
    assert [(row["card"], row["rating"], row["drill"]) for row in reviews] == [(weak["card"], 1, "recall")]
    assert all({"unit", "at", "day", "deck"} <= set(row) for row in reviews)


def test_line_mode_takes_back_and_helps(stocked: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    """:u takes the last answer back, :h shows the commands, an unknown rating is asked again."""
    answering(monkeypatch, ":u", ":h", "", "", "7", "1", ":u", "", "3", ":q")
    said = stocked("review", NAME, "--plain", "--drill", "recall", "--limit", "1")

    assert "There is nothing to take back." in said.out
    assert ":u takes back, :q stops, :: is a colon." in said.out
    assert "1 again, 2 hard, 3 good, 4 easy" in said.out
    assert "1 answers: right 1, after a cue 0, wrong 0. Weak now: 0." in said.out

    kinds = [row["kind"] for row in as_json(stocked("history", "--json"))]

    assert kinds == ["outline", "review", "undo", "review"]
    assert as_json(stocked("weak", "--json")) == []


def test_two_colons_are_a_colon(stocked: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    """A line that begins with a colon but is no command can be given."""
    answering(monkeypatch, "", "::x", ":q")
    said = stocked("review", NAME, "--plain", "--drill", "match")

    assert "No text is missing under :x." in said.out


def test_the_end_of_the_input_ends_line_mode_in_order(stocked: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    """A script that runs out of answers has what it gave."""
    answering(monkeypatch)
    said = stocked("review", NAME, "--plain")

    assert (said.code, said.err) == (0, "")
    assert "0 answers" in said.out


def test_without_a_terminal_the_app_says_what_to_use(shell: Shell, document: str) -> None:
    """Nothing is drawn into a pipe, and no library is made."""
    assert "review DECK --plain" in shell().refused
    assert "review 资料 --plain" in shell(document, language="zh").refused


@pytest.mark.parametrize(
    "command", [[], ["outline"], ["import"], ["decks"], ["review"], ["deck"], ["deck", "day"], ["history"]]
)
def test_help_is_there_in_both_languages(shell: Shell, command: list[str]) -> None:
    """Each command has one, with nothing of the other language in its sentences."""
    english, chinese = shell(*command, "--help"), shell(*command, "--help", language="zh")

    assert (english.code, chinese.code) == (0, 0)
    assert english.out.startswith("Usage: studytui")
    assert chinese.out.startswith("用法：studytui")
    assert "Show this help." in english.out
    assert "显示帮助。" in chinese.out
    assert not any("\u4e00" <= sign <= "\u9fff" for sign in english.out)
    assert "Show" not in chinese.out


def test_the_version_is_told(shell: Shell) -> None:
    """One line, on standard output."""
    assert shell("--version").out.startswith("studytui 0.")
