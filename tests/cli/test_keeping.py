"""Backups, merging and checking as scripts use them: what they say, and their exit codes."""

import json
import os
import sys
from pathlib import Path

import pytest

from tests.cli.shell import NAME, Shell, shell_over
from tests.cli.test_commands import answering


def _answered(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    answering(monkeypatch, "", "", "3", ":q")
    assert shell("review", NAME, "--plain", "--drill", "recall", "--limit", "1").code == 0


def _looks(library: Path) -> list[tuple[str, int, bytes]]:
    """All names, times and contents of a library."""
    found = sorted([library, *library.rglob("*")])
    return [(str(p), p.stat().st_mtime_ns, p.read_bytes() if p.is_file() else b"") for p in found]


def test_a_backup_is_written_and_put_back(stocked: Shell, library: Path, tmp_path: Path) -> None:
    """What was there before is named; a second restore says the same."""
    file = str(tmp_path / "kept.zip")
    assert file in stocked("backup", file).out
    deck = library / "decks" / f"{NAME}.md"
    text = deck.read_bytes()
    deck.write_bytes(text.replace("加强领导".encode(), "加强".encode()))

    said = stocked("restore", file)

    assert (said.code, said.err) == (0, "")
    assert "The library is as it was" in said.out
    assert "backups/before restore" in said.out
    assert deck.read_bytes() == text
    assert "no zip file" in stocked("restore", str(deck)).refused


def test_whoever_writes_makes_a_backup_once_a_day(stocked: Shell, library: Path) -> None:
    """The first command of the day that writes."""
    assert len(list((library / "backups").glob("????-??-??.zip"))) == 1
    stocked("deck", "day", NAME, "2030-01-01")
    assert len(list((library / "backups").iterdir())) == 1


def test_merging_tells_what_came_in_and_what_differs(
    stocked: Shell, library: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Answers, decks, another text; that can be compared, and taken or dropped."""
    other, there = tmp_path / "other", shell_over(tmp_path / "other", capsys)
    assert there("merge", str(library)).out == f"1 answer or decision came in.\n{NAME} came in.\n"
    assert "Nothing is new" in there("merge", str(library)).out
    _answered(there, monkeypatch)
    deck = other / "decks" / f"{NAME}.md"
    deck.write_text(deck.read_text("utf-8").replace("标准还不高", "标准还不够高").replace("抓教育", "全新"), "utf-8")

    said = stocked("merge", str(other)).out

    assert "answers and decisions came in" in said or "1 answer or decision came in" in said
    assert "Yours stays" in said
    compared = stocked("deck", "compare", NAME).out
    assert "reworded: 二是 标准还不高 -> 二是 标准还不够高" in compared
    version = compared.splitlines()[0].rstrip(":")
    assert stocked("deck", "compare", NAME, "--take", version).code == 0
    assert "标准还不够高" in (library / "decks" / f"{NAME}.md").read_text("utf-8")
    assert "no other version" in stocked("deck", "compare", NAME).out
    assert {path.name for path in (library / "backups" / "aside").iterdir()} == {f"{NAME}.md", f"{version}.md"}
    assert "There is no other version" in stocked("deck", "compare", NAME, "--drop", version).refused


def test_check_says_what_is_wrong_and_repair_mends_it(stocked: Shell, library: Path) -> None:
    """Exit code 1 while something is wrong; the JSON has the same."""
    assert stocked("check").out == "All is well.\n"
    (journal,) = library.rglob("*.jsonl")
    with journal.open("ab") as file:
        file.write(b"half a line")

    wrong = stocked("check")
    data = json.loads(stocked("check", "--json").out)

    assert wrong.code == 1
    assert "was not written to its end" in wrong.out
    assert data["wrong"] == 1
    assert [(row["kind"], row["mended"], row["note"]) for row in data["findings"]] == [("torn", None, False)]
    mended = stocked("check", "--repair")
    assert mended.code == 0
    assert "set aside" in mended.out
    assert stocked("check").code == 0
    assert "does not exist" in shell_at(stocked, library)


def test_check_does_not_call_all_well_what_it_can_mend(stocked: Shell, library: Path) -> None:
    """A file that others may read is no harm, as after a clone: exit code 0, and what to do."""
    (journal,) = library.rglob("*.jsonl")
    journal.chmod(0o644)

    noted = stocked("check")

    assert noted.code == 0
    assert "not for you only" in noted.out
    assert "All is well." not in noted.out
    assert "check --repair" in noted.out
    assert stocked("check", "--repair").out.endswith("All is well.\n")
    assert stocked("check").out == "All is well.\n"


def shell_at(shell: Shell, library: Path) -> str:
    """What check says where there is no library."""
    for path in sorted(library.rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    library.rmdir()
    return shell("check").refused


def test_beside_a_writer_all_that_only_reads_works_and_nothing_is_written(stocked: Shell, library: Path) -> None:
    """Not a byte, a name or a time in the library changes; whoever would write is told who does."""
    from datetime import datetime

    from studytui.settings import Settings
    from studytui.study.library import Library

    writer = Library.to_write(str(library), {}, lambda: datetime.now().astimezone(), Settings())
    before = _looks(library)
    for command in (["decks"], ["due"], ["weak"], ["history"], ["check"], ["deck", "compare", NAME]):
        assert stocked(*command).code == 0, command
    for command in (["merge", str(library.parent)], ["deck", "archive", NAME], ["check", "--repair"]):
        assert f"in use by process {os.getpid()}" in stocked(*command).refused
    assert _looks(library) == before
    writer.close()


@pytest.mark.skipif(sys.platform == "win32", reason="permissions are others there")
def test_files_are_for_their_owner_only_whatever_the_process_masks(
    shell: Shell, document: str, library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Folders 0700, files 0600, also in a folder that was there before."""
    library.mkdir(mode=0o755)
    for mask in (0o000, 0o022, 0o277):
        old = os.umask(mask)
        try:
            assert shell("import", document).code == 0
            _answered(shell, monkeypatch)
        finally:
            os.umask(old)
    for path in (library, *library.rglob("*")):
        assert path.stat().st_mode & 0o777 == (0o700 if path.is_dir() else 0o600), path
