"""What may be printed: text that no terminal obeys, and JSON in UTF-8."""

import re
import sys

import orjson

_LINE_ENDS = frozenset("\r\v\f\x1c\x1d\x1e\x85\u2028\u2029")
_HALF = re.compile("[\ud800-\udc7f\udd00-\udfff]")
_HIDDEN = re.compile(
    "[\x7f-\x9f\xad\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e0fff]"
)


def safe(text: str) -> str:
    """The text without control characters, the ends of lines and columns left in."""
    return "".join(c for c in whole(text) if c in "\n\t" or c.isprintable() or (c.isspace() and c not in _LINE_ENDS))


def whole(text: str) -> str:
    """The text without halves of characters: the bytes of a name that the locale could not read are read as UTF-8."""
    if not any("\ud800" <= c <= "\udfff" for c in text):
        return text
    return _HALF.sub("\ufffd", text).encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def print_json(value: object) -> None:
    """Print a value as JSON, in UTF-8 whatever the locale is; what a terminal might obey is written escaped."""
    try:
        text = _dumped(value)
    except orjson.JSONEncodeError:  # a file's name that is no UTF-8
        text = _dumped(_whole(value))
    sys.stdout.flush()
    sys.stdout.buffer.write(_HIDDEN.sub(lambda found: _escaped(found[0]), text).encode())
    sys.stdout.buffer.flush()


def _dumped(value: object) -> str:
    return orjson.dumps(value, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE).decode()


def _whole(value: object) -> object:
    if isinstance(value, str):
        return whole(value)
    if isinstance(value, dict):
        return {whole(key): _whole(inside) for key, inside in value.items()}
    return [_whole(inside) for inside in value] if isinstance(value, (list, tuple)) else value


def _escaped(sign: str) -> str:
    units = sign.encode("utf-16-be")
    return "".join(f"\\u{units[i]:02x}{units[i + 1]:02x}" for i in range(0, len(units), 2))
