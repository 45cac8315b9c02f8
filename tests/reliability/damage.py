"""Files that are cut, flipped, replaced or gone: what is still readable counts, and what is not is told."""

from collections.abc import Iterator
from pathlib import Path
from random import Random

from studytui.errors import StudyError
from studytui.memory.unit import Unit
from studytui.storage.line import BadLineError, decode
from tests.reliability.figure import Tries
from tests.reliability.power import CUTS, KILLED, PowerDisk
from tests.reliability.scripted import DEVICE, ROOT, Found, Told, answer, answer_once_more, found, opened, play, todays

LAST = 4096
TORN = b'{"v":1,"id":"half'


def everything(stride: int, flips: int) -> Iterator[Tries]:
    """Cuts at each byte whose number is divisible by the stride, and so many flips."""
    yield cut(stride)
    yield flipped(flips)
    yield gone()
    yield torn_ends()
    yield journal_replaced()


def cut(stride: int = 1) -> Tries:
    """Each file cut at each of its last 4096 bytes."""
    tries = Tries("a file cut at a byte")
    studied = _studied()
    for path, data in list(studied.files()):
        for size in range(max(0, len(data) - LAST), len(data), stride):
            _look(tries, studied, path, data[:size], (path.name, size))
    return tries


def flipped(times: int) -> Tries:
    """A bit flipped anywhere in any file."""
    tries, rng = Tries("a bit flipped"), Random(4)
    studied = _studied()
    files = [(path, data) for path, data in studied.files() if data]
    for _ in range(times):
        path, data = rng.choice(files)
        at = rng.randrange(8 * len(data))
        changed = bytearray(data)
        changed[at // 8] ^= 1 << at % 8
        _look(tries, studied, path, bytes(changed), (path.name, at))
    return tries


def gone() -> Tries:
    """Each file of state removed; none of them holds anything that is nowhere else."""
    tries = Tries("a state file removed")
    studied = _studied()
    whole = found(studied.after(KILLED))
    for path, _ in list(studied.files()):
        if path.parent.name == "state":
            disk = studied.after(KILLED)
            disk.drop(path)
            tries.add(path.name, [] if found(disk) == whole else ["not all is there"])
    return tries


def torn_ends() -> Tries:
    """Half a line that a crash left: it is set aside, kept in a file of its own, and the next answer is whole."""
    tries = Tries("half a line at the end")
    disk = _studied().after(KILLED)
    path = next(path for path, _ in disk.files() if path.suffix == ".jsonl")
    for size in range(1, len(TORN)):
        disk.put(path, _bytes(disk, path) + TORN[:size])
        before = found(disk.after(KILLED))
        more = answer_once_more(disk)
        now = found(disk.after(CUTS[0]))
        wrong = [] if now.answers == (*before.answers, more) else ["answers are not those before and one more"]
        kept = any(data == TORN[:size] for other, data in disk.after(CUTS[0]).files() if ".torn-" in other.name)
        tries.add(size, wrong if kept else [*wrong, "the half line is nowhere"], told=bool(before.notes))
    return tries


def journal_replaced() -> Tries:
    """Somebody puts another journal in the place of the open one: what is answered then is in the one that is there."""
    tries = Tries("a journal replaced while it is open")
    for missing in range(3):
        disk = _studied().after(KILLED)
        library = opened(disk)
        session = todays(library)
        answer(session)
        path = next(path for path, _ in disk.files() if path.suffix == ".jsonl")
        data = _bytes(disk, path)
        lines = data.splitlines(keepends=True)
        disk.drop(path)
        disk.put(path, b"".join(lines[: len(lines) - missing]))
        answered = answer(session)
        now = found(disk.after(CUTS[0]))
        tries.add(missing, [] if answered in now.answers else ["the answer went into a file that is not there"])
    return tries


def _studied() -> PowerDisk:
    disk, told = PowerDisk(), Told()
    disk.stand(ROOT.parent)
    play(disk, told)
    return disk.after(KILLED)


def _bytes(disk: PowerDisk, path: Path) -> bytes:
    return dict(disk.files())[path]


def _look(tries: Tries, studied: PowerDisk, path: Path, data: bytes, where: object) -> None:
    """Put a changed file in its place, and see that all sound lines count and that what is wrong is told."""
    disk = studied.after(KILLED)
    disk.put(path, data)
    try:
        now = found(disk)
    except (StudyError, AssertionError) as error:
        tries.add(where, [str(error)])
        return
    tries.add(where, _missing(disk, path, data, now), told=bool(now.notes))


def _missing(disk: PowerDisk, path: Path, data: bytes, now: Found) -> list[str]:
    journal = path.suffix == ".jsonl"
    if not now.deck or not now.answers:
        # A deck file that is none any more is told by its name; its journal is untouched.
        told = now.notes or path.suffix == ".md" or (journal and not data)
        return [] if told else ["nothing is there and nothing is told"]
    lines = next(content for other, content in disk.files() if other.suffix == ".jsonl").split(b"\n")
    sound = [unit.id for line in lines[:-1] if (unit := _decoded(line)) and unit.events[0]["kind"] == "review"]
    wrong = [] if list(now.answers) == sound else [f"{len(sound)} sound answers, {len(now.answers)} count"]
    damaged = lines[-1] or any(_decoded(line) is None for line in lines[:-1])
    return [*wrong, "a damaged line is not told"] if damaged and not now.notes else wrong


def _decoded(line: bytes) -> Unit | None:
    try:
        return decode(line, DEVICE)
    except BadLineError:
        return None
