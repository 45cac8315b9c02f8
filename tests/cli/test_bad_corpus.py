"""Every bad file of the shared corpus does what the list beside it says; other places make such files themselves."""

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.cli.shell import Ran, Shell
from tests.exchange.texts import SHARED
from tests.exchange.word import zipped

BAD = SHARED / "bad"
LIST: list[dict[str, Any]] = json.loads((BAD / "expect.json").read_text("utf-8"))["cases"] if BAD.exists() else []
CASES = {str(case["file"]): case for case in LIST}
LARGE = 1_000_000
"""Of a file with more bytes one command is enough."""
CANARY = "CANARY-7f3e91c2"


def judged(case: dict[str, Any], path: Path, shell: Shell) -> Ran:
    """Understand the file, and bring it in; both do what the case allows."""
    told = shell("outline", "--json", str(path))
    large = path.stat().st_size > LARGE
    shown, kept = (told, told) if large else (shell("outline", str(path)), shell("import", str(path)))
    allowed = {0 if outcome == "import" else 1 for outcome in case["outcome"]}
    assert {shown.code, told.code, kept.code} <= allowed
    assert shown.code == told.code == kept.code
    said = shown.out + shown.err + told.out + kept.out + kept.err
    for raw in case.get("raw_output_must_not_contain", []):
        assert raw not in said
    if shown.code:
        assert path.name.encode("utf-8", "ignore")[:1].decode() in shown.refused
        return shown
    found = json.loads(told.out)
    assert len(found["nodes"]) == case.get("nodes", len(found["nodes"]))
    text = shown.out + json.dumps(found, ensure_ascii=False)
    assert [each for each in case.get("must_contain", []) if each not in text] == []
    assert [each for each in case.get("must_not_contain", []) if each in text] == []
    return shown


@pytest.mark.parametrize("name", [name for name, case in CASES.items() if not case["made_by_test"]])
def test_a_bad_file_does_what_is_expected_of_it(name: str, shell: Shell) -> None:
    """An error is one sentence that names the file, an import has what is to be found and nothing else."""
    judged(CASES[name], BAD / name, shell)


ENTITY = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file://{0}">]>{1}'


def external_docx(folder: Path) -> Path:
    """A Word document whose text is an entity that points to another file."""
    (folder / "canary").write_text(CANARY)
    body = '<w:document xmlns:w="x"><w:body><w:p><w:r><w:t>一、&e;</w:t></w:r></w:p></w:body></w:document>'
    path = folder / "external_entity.docx"
    path.write_bytes(zipped({"word/document.xml": ENTITY.format(folder / "canary", body)}))
    return path


def external_opml(folder: Path) -> Path:
    """An outline that does the same."""
    (folder / "canary").write_text(CANARY)
    path = folder / "external_entity.opml"
    outline = '<opml><body><outline text="一、甲"/><outline>&e;</outline></body></opml>'
    path.write_text(ENTITY.format(folder / "canary", outline))
    return path


def directory(folder: Path) -> Path:
    """A folder."""
    (folder / "directory.txt").mkdir()
    return folder / "directory.txt"


def fifo(folder: Path) -> Path:
    """A pipe that nobody writes to."""
    os.mkfifo(folder / "fifo.txt")
    return folder / "fifo.txt"


def loop(folder: Path) -> Path:
    """Two links that point to each other."""
    (folder / "loop_a.txt").symlink_to("loop_b.txt")
    (folder / "loop_b.txt").symlink_to("loop_a.txt")
    return folder / "loop_a.txt"


def zero(folder: Path) -> Path:
    """A link to a device that never ends."""
    (folder / "dev_zero.txt").symlink_to("/dev/zero")
    return folder / "dev_zero.txt"


def escapes(folder: Path) -> Path:
    """An empty file whose name is a sequence that a terminal obeys."""
    path = folder / "\x1b]0;pwned\x07\x1b[31m红.txt"
    path.write_bytes(b"")
    return path


def bytes_in_name(folder: Path) -> Path:
    """A good text whose name is no UTF-8."""
    path = folder / os.fsdecode(b"\xff\xfe\xb9\xe6.txt")
    path.write_text("题目\n一、总体要求\n二、主要任务\n（一）清点造册。\n（二）定期更新。\n", "utf-8")
    return path


def big(folder: Path) -> Path:
    """A file of 200 MB, which takes no room."""
    with (folder / "text200.txt").open("wb") as file:
        file.truncate(200_000_000)
    return folder / "text200.txt"


MADE: dict[str, tuple[Callable[[Path], Path], str]] = {
    "external_entity.docx": (external_docx, "document type"),
    "external_entity.opml": (external_opml, "document type"),
    "directory.txt": (directory, "is a folder"),
    "fifo.txt": (fifo, "not a regular file"),
    "loop_a.txt": (loop, "symbolic link"),
    "dev_zero.txt": (zero, "not a regular file"),
    "escapes": (escapes, "is empty"),
    "big": (big, "too large: the limit is 50 MB"),
}


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such files on Windows")
@pytest.mark.parametrize("name", MADE)
def test_a_bad_file_made_here_is_refused_in_one_sentence(name: str, shell: Shell, tmp_path: Path) -> None:
    """It says what is wrong; nothing of another file, and nothing that a terminal obeys, is in it."""
    make, said = MADE[name]
    path = make(tmp_path)
    for command in ("outline", "import"):
        refused = shell(command, str(path)).refused
        assert said in refused
        assert CANARY not in refused
        assert refused.isprintable()


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has names that are not text")
def test_a_name_that_is_no_text_is_no_reason_to_refuse(shell: Shell, tmp_path: Path) -> None:
    """It is shown with escapes; the deck is called by its title."""
    path = bytes_in_name(tmp_path)
    assert json.loads(shell("outline", "--json", str(path)).out)["nodes"][3]["text"] == "定期更新"
    assert shell("import", str(path)).code == 0


def test_more_points_than_anybody_learns_are_refused(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The sentence names the limit, be it of points or of levels."""
    path = tmp_path / "many.txt"
    path.write_text("".join(f"{n}. 第{n}条要点内容\n" for n in range(1, 9)), "utf-8")
    monkeypatch.setattr("studytui.study.bring.MOST", 7)
    assert "the limit is 7" in shell("outline", str(path)).refused
    monkeypatch.setattr("studytui.study.bring.MOST", 100)
    monkeypatch.setattr("studytui.study.bring.DEEPEST", 0)
    assert "the limit is 0 levels" in shell("outline", str(path)).refused
