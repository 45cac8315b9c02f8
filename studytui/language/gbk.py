"""Chinese characters as the two bytes that GBK writes them in, for texts that were damaged between such bytes."""

from functools import cache

from studytui.language.script import simplified

TRAILS = tuple(byte for byte in range(0x40, 0xFF) if byte != 0x7F)
"""Values that the second byte of a character can have."""


def pair_of(character: str) -> bytes:
    """The two bytes of a character; nothing for what GBK writes in one byte or not at all."""
    try:
        made = character.encode("gb18030")
    except UnicodeEncodeError:
        return b""
    return made if len(made) == 2 else b""


def character_of(pair: bytes) -> str:
    """The character that two bytes are; nothing for an impossible or unassigned pair."""
    try:
        made = pair.decode("gbk")
    except UnicodeDecodeError:
        return ""
    return made if len(made) == 1 else ""


@cache
def usual(character: str) -> bool:
    """Whether a character or its simplified form is among the 6 763, and the signs, that GB 2312 holds.

    What is not is so rare that it speaks against a way of reading bytes.
    """
    return _place(character) > 0 or _place(simplified(character)) > 0


@cache
def common(character: str) -> bool:
    """Whether it is, or its simplified form, a sign or one of the 3 755 characters that everybody uses."""
    return 0 < (_place(character) or _place(simplified(character))) < _RARER


_RARER = 0xD8  # first byte from which the second, rarer half of GB 2312 begins


def _place(character: str) -> int:
    """The first byte of a character in GB 2312; 0 for what it does not hold."""
    try:
        return character.encode("gb2312")[0]
    except UnicodeEncodeError:
        return 0
