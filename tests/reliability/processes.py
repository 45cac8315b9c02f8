"""Real programs on real disks: killed at any moment, two at once, a disk that is full, one that cannot be written."""

import os
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from random import Random
from time import monotonic

from studytui.errors import StudyError
from studytui.settings import Settings
from studytui.storage.disk import Disk
from studytui.study.library import Library
from tests.reliability.figure import Tries
from tests.reliability.scripted import NAME, Told, answer_once_more, found, lost, opened, play
from tests.study.fake_clock import FakeClock

TOLD = "told"
_ROOM, _LEFT = 1 << 20, 4096 * 4
_FILE_MOST = 9000


def everything(kills: int) -> Iterator[Tries]:
    """So many kills, and each of the others."""
    with tempfile.TemporaryDirectory() as folder:
        yield killed(Path(folder), kills)
        yield two_at_once(Path(folder))
        yield full(Path(folder))
        yield read_only(Path(folder))


def killed(folder: Path, times: int) -> Tries:
    """Kill -9 at random moments of the session: each child leaves a library and what its person was told."""
    tries, rng = Tries("kill -9 at a random moment"), Random(6)
    begin = monotonic()
    _child(folder / "whole", None)
    whole = monotonic() - begin
    for number in range(times):
        place = folder / f"killed-{number}"
        _child(place, rng.uniform(0.0, whole))
        told = _told(place)
        try:
            now = found(Disk(), place / "library")
            more = answer_once_more(Disk(), place / "library")
            wrong = lost(told, now)
            if more not in found(Disk(), place / "library").answers:
                wrong.append("the next answer is not there")
        except (StudyError, AssertionError) as error:
            wrong = [str(error)]
            now = None
        tries.add(number, wrong, told=bool(now and now.notes))
    return tries


def two_at_once(folder: Path) -> Tries:
    """A second program is refused by name while the first runs, not after it was killed, and may read meanwhile."""
    tries = Tries("a second program")
    environment: dict[str, str] = {}
    root = str(folder / "shared")
    reader, writer = os.pipe()
    child = os.fork()
    if not child:
        library = Library.to_write(root, environment, FakeClock(), Settings())
        os.write(writer, b"!")
        signal.pause()
        library.close()
        os._exit(0)
    os.read(reader, 1)
    try:
        Library.to_write(root, environment, FakeClock(), Settings())
        tries.add("beside", ["two write at once"])
    except StudyError as error:
        tries.add("beside", [] if str(child) in str(error) else [f"who holds it is not told: {error}"], told=True)
    Library.to_read(root, environment, FakeClock(), Settings()).names()
    tries.add("reading beside", [])
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    Library.to_write(root, environment, FakeClock(), Settings()).close()
    tries.add("after a kill", [])
    return tries


def full(folder: Path) -> Tries:
    """A disk, or a file, that has room for so much: what is refused is told, what was told stays."""
    tries = Tries("a full disk")
    with ExitStack() as stack:
        for place, name in _small_disks(folder, stack):
            told, library = Told(), place / "library"
            play(Disk(), told, library, days=1)
            with _limited(place, name):
                for _ in range(40):
                    play(Disk(), told, library, days=1)
                    if told.refused:
                        break
            # Day after day is played under one clock, so only what was told is looked for.
            now = found(Disk(), library)
            wrong = [f"{id_} is gone" for id_ in told.answers if id_ not in now.answers]
            tries.add(name, wrong if told.refused else [*wrong, "it was never full"], told=bool(told.refused))
            more = answer_once_more(Disk(), library)
            tries.add(f"{name}, room again", [] if more in found(Disk(), library).answers else ["no more is taken"])
    return tries


def read_only(folder: Path) -> Tries:
    """A disk that can only be read: refused in a sentence, looked at all the same."""
    tries = Tries("a read-only disk")
    root = folder / "mounted"
    with ExitStack() as stack:
        if not _mounted(root, stack):
            return tries
        told = Told()
        play(Disk(), told, root / "library")
        subprocess.run(["mount", "-o", "remount,ro", str(root)], check=True)
        try:
            opened(Disk(), root=root / "library")
            tries.add("writing", ["it was opened to be written"])
        except StudyError as error:
            tries.add("writing", [] if "only be read" in str(error) else [str(error)], told=True)
        reader = Library.to_read(str(root / "library"), {}, FakeClock(), Settings())
        answers = sum(day.answers for day in reader.deck(NAME).progress.days.values())
        tries.add("reading", [] if answers == len(told.answers) - len(told.undone) else ["not all is shown"])
    return tries


def main(place: Path) -> None:
    """Play the script once, and write down at once what the person is told."""
    place.mkdir()
    note = os.open(place / TOLD, os.O_WRONLY | os.O_CREAT | os.O_APPEND)

    class Noting(list[str]):
        """Writes down what is added, so that a killed program has said it."""

        def __init__(self, what: str) -> None:
            self._what = what

        def append(self, id_: str, /) -> None:
            """Write it down."""
            super().append(id_)
            os.write(note, f"{self._what} {id_}\n".encode())

    play(Disk(), Told(Noting("answer"), Noting("undo")), place / "library")


def _child(place: Path, seconds: float | None) -> None:
    """Play the script in a child, killed after so many seconds of its own."""
    child = os.fork()
    if not child:
        if seconds is not None:
            signal.setitimer(signal.ITIMER_REAL, max(seconds, 1e-4))
            signal.signal(signal.SIGALRM, signal.SIG_DFL)
        main(place)
        os._exit(0)
    os.waitpid(child, 0)
    place.mkdir(exist_ok=True)


def _told(place: Path) -> Told:
    told = Told()
    path = place / TOLD
    for line in path.read_text().splitlines() if path.exists() else ():
        what, id_ = line.split()
        (told.answers if what == "answer" else told.undone).append(id_)
    return told


def _small_disks(folder: Path, stack: ExitStack) -> Iterator[tuple[Path, str]]:
    limited, small = folder / "limited", folder / "small"
    limited.mkdir()
    yield limited, "a limit for files"
    if _mounted(small, stack):
        yield small, "a small disk"


@contextmanager
def _limited(place: Path, name: str) -> Iterator[None]:
    """Little room: on a whole disk that is nearly full, or for any one file, of which the call tells and no signal."""
    if name == "a small disk":
        filler = place / "filler"
        filler.write_bytes(bytes(shutil.disk_usage(place).free - _LEFT))
        yield
        filler.unlink()
        return
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (_FILE_MOST, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, ignored)


def _mounted(place: Path, stack: ExitStack) -> bool:
    """Whether a small file system could be mounted there; only root may."""
    place.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", f"size={_ROOM}", "tmpfs", str(place)]
    if sys.platform != "linux" or os.geteuid() or subprocess.run(command, capture_output=True, check=False).returncode:
        return False
    stack.callback(subprocess.run, ["umount", "-l", str(place)], check=False)
    return True
