"""A unit and its line are the same thing, and a line knows when a byte of it was changed."""

from types import MappingProxyType
from zlib import crc32

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from studytui.errors import StudyError
from studytui.memory.unit import Event, Unit, review
from studytui.storage.line import BadLineError, NewerLineError, decode, encode

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
NUMBERS = st.integers(-(2**63), 2**63 - 1)
JSON = st.recursive(
    st.none() | st.booleans() | NUMBERS | st.floats(allow_nan=False, allow_infinity=False) | TEXT,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT, inner, max_size=4),
    max_leaves=12,
)
EVENTS = st.builds(lambda fields, kind: {**fields, "kind": kind}, st.dictionaries(TEXT, JSON, max_size=4), TEXT)
UNITS = st.builds(
    Unit,
    id=TEXT,
    seq=NUMBERS,
    at=NUMBERS,
    day=st.dates().map(lambda day: day.isoformat()),
    events=st.lists(EVENTS, max_size=4).map(tuple),
    device=st.just("dddddddddd"),
)
SAMPLE = Unit("iiiiiiiiiiiiiiii", 7, 1795399200000, "2026-11-23", (review("point:甲", 3, 3, "match", 2300),), "d")


def _resealed(line: bytes, old: bytes, new: bytes) -> bytes:
    """A line that was changed by a program that knows the format."""
    members = orjson.loads(line.replace(old, new))
    del members["crc"]
    body = orjson.dumps(members)
    return body[:-1] + b',"crc":"%08x"}' % crc32(body[:-1])


@given(UNITS)
def test_a_unit_is_read_as_it_was_written(unit: Unit) -> None:
    """Whatever its events hold, kinds and fields that nobody knows included."""
    line = encode(unit)
    assert b"\n" not in line
    assert decode(line, unit.device) == unit


def test_a_line_looks_as_it_is_documented() -> None:
    """The order of the members, compact, with eight hexadecimal digits at the end."""
    assert encode(SAMPLE).startswith(
        '{"v":1,"id":"iiiiiiiiiiiiiiii","seq":7,"at":1795399200000,"day":"2026-11-23","events":[{"kind":"review",'
        '"card":"point:甲","rating":3,"proposed":3,"drill":"match","ms":2300,"practice":false,"cues":0}],"crc":"'.encode()
    )


def test_every_changed_byte_is_found() -> None:
    """Any byte of the line changed into any other one makes it a bad line."""
    line = encode(SAMPLE)
    for place in range(len(line)):
        for flip in range(1, 256):
            changed = bytearray(line)
            changed[place] ^= flip
            with pytest.raises(BadLineError):
                decode(bytes(changed), "d")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b'"seq":7', b'"seq":true'),
        (b'"seq":7', b'"seq":"7"'),
        (b'"day":"2026-11-23"', b'"day":"2026-02-30"'),
        (b'"day":"2026-11-23"', b'"day":"20261123"'),
        (b'"kind":"review"', b'"kind":7'),
        (b'"kind":"review"', b'"sort":"review"'),
        (b'"id":', b'"name":'),
    ],
)
def test_a_sound_line_that_is_no_unit_is_refused(old: bytes, new: bytes) -> None:
    """Replay relies on the types, so a line with other ones counts as damaged."""
    with pytest.raises(BadLineError):
        decode(_resealed(encode(SAMPLE), old, new), "d")


def test_a_line_of_a_later_version_is_told_from_a_damaged_one() -> None:
    """The person is told to update, not that a disk is failing."""
    with pytest.raises(NewerLineError):
        decode(_resealed(encode(SAMPLE), b'"v":1', b'"v":2'), "d")


@pytest.mark.parametrize("line", [b"", b"{}", b"[]", b"null", b"\x00" * 40, encode(SAMPLE) + b"\r"])
def test_what_is_no_line_is_a_bad_line(line: bytes) -> None:
    """Also what a power cut leaves, and what a conversion of line ends does."""
    with pytest.raises(BadLineError):
        decode(line, "d")


@pytest.mark.parametrize("value", [{1, 2}, 2**70, "\ud800"])
def test_what_json_cannot_hold_is_refused_in_words(value: object) -> None:
    """The answer is refused before anything is written."""
    with pytest.raises(StudyError, match="cannot be written down"):
        encode(Unit("i", 1, 1, "2026-11-23", ({"kind": "k", "value": value},)))


def test_any_mapping_may_be_an_event() -> None:
    """An event is what behaves as a mapping, not only a dict."""
    event: Event = MappingProxyType({"kind": "k"})
    assert decode(encode(Unit("i", 1, 1, "2026-11-23", (event,))), "").events == ({"kind": "k"},)
