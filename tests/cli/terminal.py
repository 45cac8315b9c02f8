"""The program in a pseudo-terminal: keys go in, and what a person would see comes out."""

import codecs
import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

import pyte

ROWS, COLUMNS = 24, 80
PATIENCE = 20.0
"""Seconds that a text may take to appear; nothing ever waits that long, it only ends a test that has gone wrong."""


class Terminal:
    """One run of the program in a terminal of 80x24."""

    def __init__(self, arguments: Sequence[str], environment: Mapping[str, str] | None = None) -> None:
        self._screen = pyte.Screen(COLUMNS, ROWS)
        self._stream = pyte.Stream(self._screen)
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self.raw = b""
        self.pid, self._descriptor = pty.fork()
        if self.pid == 0:
            os.environ.update({"TERM": "xterm-256color", "COLORTERM": "truecolor", **(environment or {})})
            os.execv(sys.executable, [sys.executable, "-m", "studytui", *arguments])
        fcntl.ioctl(self._descriptor, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))

    @property
    def text(self) -> str:
        """What is to be seen; the second cell of a wide character is not a character."""
        lines = (self._screen.buffer[row] for row in range(ROWS))
        return "\n".join("".join(line[column].data for column in range(COLUMNS)).rstrip() for line in lines)

    def see(self, *texts: str) -> str:
        """Wait until one of some texts is to be seen, and give the whole screen; a frame may come in several pieces."""
        end = time.monotonic() + PATIENCE
        while not any(text in self.text for text in texts):
            self._take(end, " | ".join(texts))
        return self.text

    def see_no_more(self, text: str) -> None:
        """Wait until a text of the frame before is gone, which may be a moment after what is new has come."""
        end = time.monotonic() + PATIENCE
        while text in self.text:
            self._take(end, f"not {text}")

    def press(self, keys: str) -> None:
        """Press keys."""
        os.write(self._descriptor, keys.encode())

    def paste(self, text: str) -> None:
        """Paste a text as a terminal does that brackets it."""
        left = memoryview(f"\x1b[200~{text}\x1b[201~".encode())
        while left:
            left = left[os.write(self._descriptor, left[:1024]) :]

    def kill(self) -> None:
        """Kill the program on the spot, as a power cut would."""
        os.kill(self.pid, signal.SIGKILL)
        self.ended()

    def hang_up(self) -> int | None:
        """Close the terminal's window, and give the exit code of the program; None where it does not end."""
        os.close(self._descriptor)
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                return os.waitstatus_to_exitcode(status)
            select.select([], [], [], 0.05)
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        return None

    def ended(self) -> int:
        """Wait until the program has ended, and give its exit code, or minus the signal that ended it."""
        end = time.monotonic() + PATIENCE
        while select.select([self._descriptor], [], [], max(0.0, end - time.monotonic()))[0] and self._read():
            pass
        if time.monotonic() > end:
            os.kill(self.pid, signal.SIGKILL)
        _, status = os.waitpid(self.pid, 0)
        os.close(self._descriptor)
        return os.waitstatus_to_exitcode(status)

    def _take(self, end: float, wanted: str) -> None:
        left = end - time.monotonic()
        ready = left > 0 and select.select([self._descriptor], [], [], left)[0]
        if not ready or not self._read():
            raise AssertionError(f"{wanted!r} did not appear:\n{self.text}")

    def _read(self) -> bool:
        """Read what has come; False at the end."""
        try:
            data = os.read(self._descriptor, 1 << 16)
        except OSError:  # Linux says so when the other side is closed
            return False
        self.raw += data
        self._stream.feed(self._decoder.decode(data))
        return bool(data)


def program(library: Path, *arguments: str) -> list[str]:
    """The arguments of a run on a library, in Chinese."""
    return ["--library", str(library), "--language", "zh", *arguments]
