"""Disks for tests of what a person does: one that does not wait for the medium, and one that can be full."""

import errno
import os
from pathlib import Path

from studytui.storage.disk import Disk


class QuickDisk(Disk):
    """A disk that holds everything at once.

    Attributes:
        full: Whether nothing more can be written.
        failing: Whether what was written cannot be brought to the medium.
    """

    def __init__(self) -> None:
        self.full = False
        self.failing = False

    def write(self, descriptor: int, data: memoryview) -> int:
        """Write, while there is room."""
        if self.full:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return super().write(descriptor, data)

    def fsync(self, descriptor: int) -> None:
        """Do not wait."""
        if self.failing:
            raise OSError(errno.EIO, os.strerror(errno.EIO))

    def fsync_folder(self, path: Path) -> None:
        """Do not wait."""
