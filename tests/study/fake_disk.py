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

    def write(self, descriptor: int, data: bytes | memoryview) -> int:
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


class HalfFullDisk(QuickDisk):
    """Two disks: that of one folder has no room left, or is broken, the others do and are not.

    Attributes:
        root: The folder on the full one.
        broken: Whether what was written there can neither be brought to the medium nor taken away again.
    """

    def __init__(self, root: Path) -> None:
        super().__init__()
        self.root, self.broken = root, False
        self._paths: dict[int, Path] = {}

    def open(self, path: Path, flags: int) -> int:
        """Remember what a descriptor leads to."""
        descriptor = super().open(path, flags)
        self._paths[descriptor] = path
        return descriptor

    def write(self, descriptor: int, data: bytes | memoryview) -> int:
        """Write, where there is room."""
        if self.full and self.root in self._paths[descriptor].parents:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return os.write(descriptor, data)

    def fsync(self, descriptor: int) -> None:
        """Fail on the broken disk."""
        self._touch(descriptor)

    def truncate(self, descriptor: int, size: int) -> None:
        """Cut, but not on the broken disk."""
        self._touch(descriptor)
        super().truncate(descriptor, size)

    def _touch(self, descriptor: int) -> None:
        if self.broken and self.root in self._paths[descriptor].parents:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
