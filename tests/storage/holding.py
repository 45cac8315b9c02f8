"""A program that holds the lock of a library until its input ends."""

import os
import sys
from pathlib import Path

from studytui.storage.files import Files
from studytui.storage.folders import Folders
from studytui.storage.lock import Holder, WriterLock

if __name__ == "__main__":
    folders = Folders(Path(sys.argv[1]))
    lock = WriterLock(folders.lock, folders.holder, Files())
    lock.take(Holder(os.getpid(), "dddddddddd", "2026-11-23 09:30"))
    os.write(1, b"held\n")
    sys.stdin.read()
    lock.release()
