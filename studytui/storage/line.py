"""One unit as one line of a journal, with a checksum that finds every flipped byte.

A line is compact JSON without spaces or line breaks, and its last member is the checksum::

    {"v":1,"id":"…","seq":7,"at":1795399200000,"day":"2026-11-23","events":[…],"crc":"0123abcd"}

The checksum is the CRC-32 of zlib over all bytes of the line before ``,"crc":``, as eight lower-case hexadecimal
digits; only what follows it is fixed in length and form.
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
    id_, seq, at, day, events, _ = unit
    members = {"v": VERSION, "id": id_, "seq": seq, "at": at, "day": day, "events": events}
    try:
        body = orjson.dumps(members, default=_as_dict)[:-1]
    except TypeError as error:
        raise StudyError("This cannot be written down: {reason}.", reason=error) from error
    return body + _TAIL % crc32(body)


def decode(line: bytes, device: str) -> Unit:
    """The unit in a line, given without its line break.

    Raises:
        BadLineError: The line is damaged, is no unit, or is of a later version.
    """
    if not line.endswith(_TAIL % crc32(line[:-_TAIL_LENGTH])):
        raise BadLineError
    # From here on only what was written so can be wrong, by another program or by a later version.
    try:
        members = orjson.loads(line)
        if members["v"] != VERSION:
            raise NewerLineError
        id_, seq, at, day, events = members["id"], members["seq"], members["at"], members["day"], members["events"]
        # `type` and not `isinstance`: it is faster, and true is no number.
        if not (type(id_) is str and type(seq) is int and type(at) is int and type(events) is list and _is_day(day)):
            raise BadLineError
        for event in events:
            if type(event) is not dict or type(event["kind"]) is not str:
                raise BadLineError
    except (orjson.JSONDecodeError, LookupError, TypeError) as error:
        raise BadLineError from error
    # What `Unit(…)` does, in half the time: there are a million of them.
    return tuple.__new__(Unit, (id_, seq, at, day, tuple(events), device))


@lru_cache(maxsize=4096)
def _is_day(text: object) -> bool:
    try:
        return type(text) is str and date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _as_dict(value: object) -> object:
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(f"{type(value).__name__} is no JSON value")
