"""Which device this is, and ids that are unique without asking anybody."""

import os
import platform
from collections.abc import Callable, Mapping
from pathlib import Path

import orjson

from studytui.errors import StudyError
from studytui.storage.files import Files

DEVICE_ID, DECK_ID, UNIT_ID = 10, 12, 16
"""How many characters an id has: 50, 60 and 80 random bits."""

_AT_ONCE = 64
_ALPHABET = "abcdefghijklmnopqrstuvwxyz234567"
_LETTERS = (_ALPHABET * 8).encode()
"""What each of the 256 bytes becomes: its last five bits say which."""
_MACHINE_IDS = (Path("/etc/machine-id"), Path("/var/lib/dbus/machine-id"))

_unit_ids: list[str] = []
if hasattr(os, "register_at_fork"):  # else both processes would give the same ones
    os.register_at_fork(after_in_child=_unit_ids.clear)


def new_id(length: int = UNIT_ID, random_bits: Callable[[int], int] | None = None) -> str:
    """A new id of random base32 characters, in lower case so that it can be the name of a file anywhere.

    Args:
        length: How many characters.
        random_bits: Gives a number of so many random bits; without it the system does.
    """
    random = random_bits(8 * length).to_bytes(length) if random_bits else os.urandom(length)
    return random.translate(_LETTERS).decode("ascii")


def unit_id() -> str:
    """A new id for a unit; some are made at once, since the call to the system would be a tenth of an answer's time."""
    while True:
        try:
            return _unit_ids.pop()  # which no other thread comes between
        except IndexError:
            letters = new_id(_AT_ONCE * UNIT_ID)
            _unit_ids.extend(letters[at : at + UNIT_ID] for at in range(0, len(letters), UNIT_ID))


def device_id(library: Path, path: Path, files: Files, machine: str = "") -> str:
    """The id of this device in a library: the one that is kept, or a new one, which is then kept.

    A library that was copied, moved or restored gets a new id, so that two of them never write a journal of one name.

    Args:
        library: The folder of the library.
        path: The file that the id is kept in.
        files: The door to the disk.
        machine: What tells this machine from others; asked of the system where it is not given.

    Raises:
        StudyError: A new id could not be written.
    """
    here = {
        "library": os.path.realpath(library),
        "inode": files.stat(library).st_ino,
        "machine": machine or machine_id(),
    }
    kept = _kept(path, files)
    device = kept.get("device")
    if isinstance(device, str) and _is_id(device) and all(kept.get(key) == value for key, value in here.items()):
        return device
    device = new_id(DEVICE_ID)
    files.replace_durably(path, orjson.dumps({"device": device, **here}))
    return device


def known_device(path: Path, files: Files) -> str:
    """The id that is kept, whether it still fits or not; empty where none is. Nothing is written."""
    device = _kept(path, files).get("device")
    return device if isinstance(device, str) else ""


def machine_id() -> str:
    """What tells this machine from others: the system's own id, else the address of its network card, else its name."""
    for path in _MACHINE_IDS:
        try:
            text = path.read_text("ascii").strip()
        except (OSError, ValueError):
            continue
        if text:
            return text
    return _card_address() or platform.node()


def _card_address() -> str:
    import uuid

    node = uuid.getnode()
    made_up = node >> 40 & 1  # says the standard of a number that stands in for an address
    return "" if made_up else f"{node:012x}"


def _kept(path: Path, files: Files) -> Mapping[str, object]:
    try:
        kept = orjson.loads(files.read_bytes(path))
    except (StudyError, orjson.JSONDecodeError):
        return {}
    return kept if isinstance(kept, dict) else {}


def _is_id(text: str) -> bool:
    return len(text) == DEVICE_ID and set(text) <= set(_ALPHABET)
