"""A document is read by a process of its own, which is stopped when it runs away and does nothing but read."""

import sys
import time
from pathlib import Path

import orjson
import pytest

from studytui.errors import StudyError
from studytui.exchange import apart
from studytui.exchange.apart import StoppedError, read_apart
from studytui.exchange.readers.docx import DOCX
from studytui.exchange.readers.reader import Source
from tests.exchange.word import docx, paragraph

GOOD = Source(docx(paragraph("一、甲\u202e")), "x.docx")
LIMITED = pytest.mark.skipif(sys.platform != "linux", reason="the system limits nothing, or not all of it")


CONFINED = "from studytui.exchange.limits import confine\nconfine(memory, seconds)\n"


def saying(word: str) -> str:
    """The line of a program that gives a valid answer, by which it is known how far it came."""
    answer = orjson.dumps({"error": [word, {}, ""]}).decode()
    return f"\nsys.stdout.write({answer!r})\n"


def program(script: str, confined: str = CONFINED) -> tuple[str, ...]:
    """A process that confines itself, and then does this."""
    read = "import sys, orjson\n"
    read += "name, called, suffix, encoding, memory, seconds = orjson.loads(sys.stdin.buffer.readline())\n"
    return ("-c", read + "sys.stdin.buffer.read()\n" + confined + script)


def test_the_lines_come_back_as_they_were_read() -> None:
    """All that a line knows goes through the pipe, and so does what is wrong with a document."""
    reading = read_apart(DOCX, GOOD)
    assert reading == DOCX.read(GOOD)
    with pytest.raises(StudyError, match=r"^y is damaged"):
        read_apart(DOCX, Source(b"PK\x03\x04", "y"))


TOO_MUCH = pytest.mark.parametrize(
    "script",
    [
        "x = bytearray(memory)",
        "import time\nwhile time.process_time() < 2: pass",
        "files = [open('/dev/null') for _ in range(200)]",
        "import os; os.write(os.memfd_create('x'), b'x')",
    ],
    ids=["memory", "time of the processor", "open files", "size of a file"],
)


@TOO_MUCH
@LIMITED
def test_a_process_that_runs_away_is_one_sentence(script: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is the system that stops it: the clock of who waits for it is set far behind."""
    monkeypatch.setattr(apart, "_GRACE", 60)
    with pytest.raises(StudyError, match="takes too much memory or time"):
        read_apart(DOCX, GOOD, memory=400_000_000, seconds=1, program=program(script + saying("survived")))


@TOO_MUCH
@LIMITED
def test_without_limits_it_would_do_so(script: str) -> None:
    """Or the test above would show nothing."""
    with pytest.raises(StudyError, match="survived"):
        read_apart(DOCX, GOOD, memory=400_000_000, program=program(script + saying("survived"), confined=""))


@pytest.mark.parametrize("script", ["import ctypes; ctypes.string_at(0)", "print('no JSON')", "sys.exit(1)"])
def test_a_process_that_crashes_or_talks_nonsense_is_one_sentence(script: str) -> None:
    """There is no answer to be understood."""
    with pytest.raises(StudyError, match="takes too much memory or time"):
        read_apart(DOCX, GOOD, program=program(script))


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
    tried = f"try:\n    {script.format(file=str(file))}\nexcept PermissionError as error:\n"
    tried += "    if error.errno is None:  # the process itself refuses, not the system\n        "
    with pytest.raises(StudyError, match="refused"):
        read_apart(DOCX, GOOD, program=program(tried + saying("refused").strip()))
    assert file.read_text() == "as it was"
    assert [each.name for each in tmp_path.iterdir()] == ["precious"]


def test_a_system_without_python_to_run_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no process can be started, nothing is read in this one instead."""
    monkeypatch.setattr(sys, "executable", "/no/such/python")
    with pytest.raises(StudyError, match="takes too much"):
        read_apart(DOCX, GOOD)
