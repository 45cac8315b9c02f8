"""Small choices of the interface, kept on this device: a loss of them costs nothing."""

from pathlib import Path

import orjson

from studytui.errors import StudyError
from studytui.storage.files import Files


class Preferences:
    """Names and values in one small file.

    Args:
        path: The file.
        files: The door to the disk.
    """

    def __init__(self, path: Path, files: Files) -> None:
        self._path, self._files = path, files
        self._values: dict[str, str] | None = None

    def get(self, name: str) -> str:
        """The value of a name, empty where there is none."""
        return self._load().get(name, "")

    def set(self, name: str, value: str) -> None:
        """Keep a value.

        Raises:
            StudyError: It could not be written.
        """
        values = {**self._load(), name: value}
        self._files.replace_durably(self._path, orjson.dumps(values))
        self._values = values

    def _load(self) -> dict[str, str]:
        if self._values is None:
            try:
                found = orjson.loads(self._files.read_bytes(self._path))
            except (StudyError, orjson.JSONDecodeError):
                found = {}
            self._values = {k: str(v) for k, v in found.items()} if isinstance(found, dict) else {}
        return self._values
