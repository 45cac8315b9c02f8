"""One unit as one line of a journal, with a checksum that finds every flipped byte.

A line is compact JSON without spaces or line breaks, and its last member is the checksum::

    {"v":1,"id":"…","seq":7,"at":1795399200000,"day":"2026-11-23","events":[…],"crc":"0123abcd"}

The checksum is the CRC-32 of zlib over the UTF-8 bytes of the same object without that member, that is of the line with
its last 18 bytes ``,"crc":"0123abcd"}`` replaced by ``}``, as eight lower-case hexadecimal digits.
"""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from zlib import crc32

import orjson

from studytui.errors import StudyError
from studytui.memory.unit import Unit

VERSION = 1
_TAIL = b',"crc":"%08x"}'
_TAIL_LENGTH = len(_TAIL % 0)


class BadLineError(ValueError):
    """A line that holds no unit that this version can read."""


class NewerLineError(BadLineError):
    """A line that is sound, but of a later version of the format."""


def encode(unit: Unit) -> bytes:
    """The line of a unit, without the line break.

    Raises:
        StudyError: An event holds something that JSON cannot.
    """
    members = {
        "v": VERSION,
        "id": unit.id,
        "seq": unit.seq,
        "at": unit.at,
        "day": unit.day,
        "events": unit.events,
    }
    try:
        body = orjson.dumps(members, default=_as_dict)
    except TypeError as error:
        raise StudyError("This cannot be written down: {reason}.", reason=error) from error
    return body[:-1] + _TAIL % crc32(body)


def decode(line: bytes, device: str) -> Unit:
    """The unit in a line, given without its line break.

    Raises:
        BadLineError: The line is damaged, is no unit, or is of a later version.
    """
    body = line[:-_TAIL_LENGTH]
    if line[-_TAIL_LENGTH:] != _TAIL % crc32(b"}", crc32(body)):
        raise BadLineError
    # From here on only what was written so can be wrong, by another program or by a later version.
    try:
        members = orjson.loads(line)
        if members["v"] != VERSION:
            raise NewerLineError
        unit = Unit(members["id"], members["seq"], members["at"], members["day"], tuple(members["events"]), device)
    except (orjson.JSONDecodeError, LookupError, TypeError) as error:
        raise BadLineError from error
    if not _sound(unit):
        raise BadLineError
    return unit


def _sound(unit: Unit) -> bool:
    """Whether the members are what replay relies on."""
    return (
        type(unit.id) is str
        and type(unit.seq) is int
        and type(unit.at) is int
        and type(unit.day) is str
        and _is_day(unit.day)
        and all(type(event) is dict and type(event.get("kind")) is str for event in unit.events)
    )


@lru_cache(maxsize=4096)
def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _as_dict(value: object) -> object:
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(f"{type(value).__name__} is no JSON value")
