"""A program that runs in a terminal of its own, 80 columns by 24 rows, and what it costs."""

import fcntl
import os
import pty
import re
import signal
import struct
import termios
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from select import select
from time import monotonic
from types import TracebackType

PATIENCE = 120.0
QUIET = 0.5
"""A program that prints nothing for so many seconds waits for a key."""
_ESCAPE = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[P_^][^\x1b]*\x1b\\|.)", re.DOTALL)


class Running:
    """A program in a terminal; ended when the block is left.

    Args:
        command: The program.
        end: The signal that ends it: one that asks, or one that leaves it no time for anything.

    Attributes:
        cpu: Seconds of processor time, its own and the system's on its behalf; known when it has ended.
    """

    def __init__(self, command: Sequence[str], end: signal.Signals = signal.SIGTERM) -> None:
        self.cpu = 0.0
        self._end = end
        self._printed = bytearray()
        self._pid, self._terminal = pty.fork()
        if not self._pid:
            os.environ.update(TERM="xterm-256color", COLORTERM="truecolor", LANG="C.UTF-8")
            os.execvp(command[0], list(command))
        fcntl.ioctl(self._terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))

    def __enter__(self) -> "Running":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        with suppress(ProcessLookupError):
            os.kill(self._pid, self._end)
        self.settle()
        usage = os.wait4(self._pid, 0)[2]
        os.close(self._terminal)
        self.cpu = usage.ru_utime + usage.ru_stime

    def wait_for(self, *words: str) -> None:
        """Wait until one of the words has been printed since the last key.

        Raises:
            TimeoutError: It did not come; what was printed is told.
        """
        end = monotonic() + PATIENCE
        while not any(word in self._text() for word in words):
            if not self._read(end - monotonic()):
                raise TimeoutError(words, self._text()[-2000:])

    def settle(self) -> None:
        """Wait until nothing is printed any more."""
        while self._read(QUIET):
            pass

    def type(self, keys: str) -> None:
        """Press keys, one after the other."""
        self._printed.clear()
        os.write(self._terminal, keys.encode())

    def painted(self, keys: str, within: float) -> float:
        """Press keys and take what is printed within so many seconds, or at last; seconds to the last of it.

        Raises:
            TimeoutError: Nothing was printed.
        """
        begin = monotonic()
        self.type(keys)
        if not self._read(PATIENCE):
            raise TimeoutError(keys, self._text()[-2000:])
        last = monotonic()
        while (left := begin + within - monotonic()) > 0:
            if self._read(left):
                last = monotonic()
        return last - begin

    def resident(self) -> int:
        """Bytes of memory that are this program's own."""
        pages = Path(f"/proc/{self._pid}/statm").read_text().split()
        return (int(pages[1]) - int(pages[2])) * os.sysconf("SC_PAGESIZE")

    def _text(self) -> str:
        return _ESCAPE.sub(b"", self._printed).decode(errors="replace")

    def _read(self, seconds: float) -> bool:
        """Take what is printed; False where nothing is for so long, or nothing can be any more."""
        if not select([self._terminal], [], [], max(0.0, seconds))[0]:
            return False
        try:
            piece = os.read(self._terminal, 1 << 16)
        except OSError:  # the program has ended
            return False
        self._printed += piece
        return bool(piece)
