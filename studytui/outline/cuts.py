"""Characters that an annotation in brackets has cut through, put together again: 要?jiǎng)?wù) is 要務.

Some sites annotate a text byte by byte: whatever two bytes look like a character of their table get its reading
behind them, also where the first byte ends one character and the second begins the next. Of 們在這 (82 83 · D4 DA ·
DF 40) the middle bytes 83 D4 are 冊, so it became 82 83 D4 (cè) DA DF 40. Read again in pairs, D4 and the bracket are
impossible and turn into ``?``, and what follows is shifted by a byte: 們?cè)谶@. The lost byte is the one that makes,
with the byte before it, a character that is read so.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from studytui.language.gbk import TRAILS, character_of, common, pair_of, usual
from studytui.language.pinyin import is_read
from studytui.language.script import converted_characters

READING = "(?:[a-zɑɡüāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹ]{2,6}|[āáǎàēéěèōóǒò])"
"""A reading in pinyin; a single letter without a tone counts points more often than it tells a sound."""

PLACE = rf"(?<=[^\x00-\x7f])(?:[(（]{READING}[)）])?(?:[?？\ufffd][(（]?{READING}[)）])+.{{0,3}}"
"""What a damaged place looks like, as part of an expression; a careful decoder leaves the opening bracket, too."""

_WHOLE = re.compile(rf"[(（]({READING})[)）]")
_CUT = re.compile(rf"[?？\ufffd][(（]?({READING})[)）]")
_LONGEST = 60  # characters that one damaged place may have
_MOST = 64  # ways of reading one damaged place that are tried


@dataclass(frozen=True, slots=True)
class Mended:
    """A damaged place and what it was: ``text[start:end]`` is to be read as ``restored``."""

    start: int
    end: int
    restored: str


def mended(text: str, at: int) -> Mended | None:
    """What a damaged place was, given where its first character ends; None where there is not exactly one answer.

    The character before the cut may have a reading of its own, which goes too.
    """
    first = pair_of(text[at - 1]) if at else b""
    if not first:
        return None
    own = _WHOLE.match(text, at)
    for mainly in (True, False):
        found = {way for way in _ways(text, own.end() if own else at, first, mainly=mainly) if all(map(usual, way[1]))}
        if len(found) > 1:
            found = {way for way in found if all(map(common, way[1]))}
        if found:
            return Mended(at - 1, *found.pop()) if len(found) == 1 else None
    return None


def _ways(text: str, at: int, first: bytes, *, mainly: bool) -> Iterator[tuple[int, str]]:
    """All ways to read on from a cut until bytes and characters agree again: where that is, and what was read."""
    open_ = [(at, first)]
    for _ in range(_MOST):
        if not open_:
            return
        here, read = open_.pop()
        for there, more in _steps(text, here, read, mainly=mainly):
            if len(more) % 2 or _CUT.match(text, there):  # a cut right behind needs the byte before it
                open_.append((there, more))
            elif whole := _decoded(more):
                yield there, whole


def _steps(text: str, here: int, read: bytes, *, mainly: bool) -> Iterator[tuple[int, bytes]]:
    """The next piece of the text, as the bytes that it was: of a cut there may be several."""
    if cut := _CUT.match(text, here):
        yield from ((cut.end(), read + lost) for lost in _lost(read[-1:], cut[1], mainly=mainly))
    elif len(read) > 2 * _LONGEST or here >= len(text):
        return
    elif (whole := _WHOLE.match(text, here)) and is_read(text[here - 1], whole[1]):
        yield whole.end(), read  # annotated by the same mistake, but not cut
    elif "@" <= text[here] <= "~":
        yield here + 1, read + text[here].encode()
    elif pair := pair_of(text[here]):
        yield here + 1, read + pair


@lru_cache(4096)
def _lost(before: bytes, reading: str, *, mainly: bool) -> tuple[bytes, ...]:
    """Bytes that make with the one before them a character which is annotated and read so."""
    made = {character_of(before + bytes([byte])): bytes([byte]) for byte in TRAILS}
    heard = [character for character in made if character and is_read(character, reading, mainly=mainly)]
    changed = converted_characters("".join(heard)) if heard else frozenset()
    return tuple(made[character] for character in heard if character in changed)


def _decoded(read: bytes) -> str:
    """The bytes as characters; nothing where one of the pairs is impossible."""
    made = [character_of(read[at : at + 2]) for at in range(0, len(read), 2)]
    return "".join(made) if all(made) else ""
