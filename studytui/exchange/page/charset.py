"""Which encoding a web page is in: what it says itself counts, unless its bytes say otherwise."""

import re
from typing import Final

from studytui.exchange.encodings import Decoded, decode, decode_as

_HEAD: Final = 8192
_DECLARED = re.compile(rb"charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)


def decoded_page(data: bytes) -> Decoded | None:
    """Read the bytes of a page; None where they are not text."""
    found = decode(data)
    if found and (found.encoding == "utf-8" or not found.guessed) and "\ufffd" not in found.text:
        return found  # pages saved by a browser are often UTF-8 and still declare what they were before
    declared = _DECLARED.search(data[:_HEAD].replace(b"\0", b""))
    try:
        said = decode_as(data, declared[1].decode("ascii")) if declared else None
    except (LookupError, ValueError):
        return found
    return said or found
