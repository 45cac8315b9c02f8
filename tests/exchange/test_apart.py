"""A document is read by a process of its own, which is stopped when it runs away and does nothing but read."""

import sys
import time
from pathlib import Path

import orjson
import pytest

from studytui.errors import StudyError
from studytui.exchange.apart import StoppedError, read_apart
from studytui.exchange.readers.docx import DOCX
from studytui.exchange.readers.reader import Source
from tests.exchange.word import docx, paragraph

GOOD = Source(docx(paragraph("一、甲\u202e")), "x.docx")
LIMITED = pytest.mark.skipif(sys.platform != "linux", reason="the system limits nothing, or not all of it")


def program(script: str) -> tuple[str, ...]:
    """A process that confines itself, and then goes wrong."""
    head = "import sys, orjson\nfrom studytui.exchange.limits import confine\n"
    read = "name, called, suffix, encoding, memory, seconds = orjson.loads(sys.stdin.buffer.readline())\n"
    return ("-c", head + read + "sys.stdin.buffer.read()\nconfine(memory, seconds)\n" + script)


def test_the_lines_come_back_as_they_were_read() -> None:
    """All that a line knows goes through the pipe, and so does what is wrong with a document."""
    reading = read_apart(DOCX, GOOD)
    assert reading == DOCX.read(GOOD)
    with pytest.raises(StudyError, match=r"^y is damaged"):
        read_apart(DOCX, Source(b"PK\x03\x04", "y"))


@pytest.mark.parametrize(
    "script",
    [
        "x = bytearray(memory)",
        "while True: pass",
        "import ctypes; ctypes.string_at(0)",
        "print('no JSON')",
        "sys.exit(1)",
        "[open('/dev/null') for _ in range(1000)]",
    ],
)
@LIMITED
def test_a_process_that_runs_away_or_crashes_is_one_sentence(script: str) -> None:
    """Too much memory, an endless loop, a crash, nonsense, files without end."""
    with pytest.raises(StudyError, match="takes too much memory or time"):
        read_apart(DOCX, GOOD, memory=400_000_000, seconds=1, program=program(script))


@LIMITED
def test_a_process_that_only_waits_is_not_waited_for() -> None:
    """It uses no time of the machine; the clock stops it."""
    with pytest.raises(StudyError, match="takes too much"):
        read_apart(DOCX, GOOD, seconds=1, program=program("import time; time.sleep(600)"))


def test_reading_is_stopped_when_the_person_wants_it() -> None:
    """The process is gone at once."""
    asked: list[float] = []

    def stopped() -> bool:
        asked.append(time.monotonic())
        return len(asked) > 2

    with pytest.raises(StoppedError, match=r"x\.docx was stopped"):
        read_apart(DOCX, GOOD, stopped, program=("-c", "import time; time.sleep(600)"))
    assert len(asked) == 3


@pytest.mark.parametrize(
    "script",
    [
        "import socket; socket.socket()",
        "import subprocess; subprocess.run(['true'])",
        "import os; os.system('true')",
        "import os; os.fork()",
        "open({file!r}, 'w')",
        "open({file!r}, 'r+')",
        "import os; os.open({file!r}, os.O_WRONLY)",
        "import os; os.remove({file!r})",
        "import os; os.rename({file!r}, {file!r} + 'x')",
        "import urllib.request; urllib.request.urlopen('http://127.0.0.1:9/')",
    ],
)
def test_a_reader_never_executes_fetches_or_writes(script: str, tmp_path: Path) -> None:
    """Whatever a library is talked into by a document, the process itself refuses."""
    file = tmp_path / "precious"
    file.write_text("as it was")
    answer = orjson.dumps({"error": ["not refused: {name}", {"name": "x"}, ""]}).decode()
    tried = f"try:\n    {script.format(file=str(file))}\nexcept PermissionError:\n    sys.exit(3)\nprint({answer!r})"
    with pytest.raises(StudyError, match="takes too much"):
        read_apart(DOCX, GOOD, program=program(tried))
    assert file.read_text() == "as it was"
    assert [each.name for each in tmp_path.iterdir()] == ["precious"]


def test_a_system_without_python_to_run_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no process can be started, nothing is read in this one instead."""
    monkeypatch.setattr(sys, "executable", "/no/such/python")
    with pytest.raises(StudyError, match="takes too much"):
        read_apart(DOCX, GOOD)
