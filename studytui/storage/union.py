"""What a copy of a journal has that this one lacks: whole lines, taken as they are, so that nothing in them is lost."""

from studytui.storage.line import BadLineError, NewerLineError, decode


def lacking(ours: bytes, theirs: bytes, device: str) -> list[bytes]:
    """The lines, without their breaks, that only the other copy of a device's journal has, in its order.

    Damaged lines and a torn last one are no lines; those of a later version are. To bring in the lines of A and then of
    B, or of B and then of A, or of either twice, comes to the same set of units.
    """
    if ours.startswith(theirs):
        return []
    known = set(ours.split(b"\n")[:-1])
    found = dict.fromkeys(line for line in theirs.split(b"\n")[:-1] if line not in known)
    return [line for line in found if _sound(line, device)]


def _sound(line: bytes, device: str) -> bool:
    try:
        decode(line, device)
    except NewerLineError:
        return True
    except BadLineError:
        return False
    return True
