"""The three streams as they are left by whoever started the program: closed, in another encoding, full."""

import io
import os
import sys
from pathlib import Path


def prepare_streams() -> None:
    """Read and write UTF-8 whatever the locale says, and have streams that were closed lead nowhere."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            # It takes the number of the closed one, which else a file of the library would get.
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115 - open to the end
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper) and (stream.encoding, stream.errors) != ("utf-8", "replace"):
            stream.reconfigure(encoding="utf-8", errors="replace")


def flushed() -> bool:
    """Write what is left to be written; where that fails, make sure that the interpreter does not try it again."""
    done = True
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            done = False
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
    return done
