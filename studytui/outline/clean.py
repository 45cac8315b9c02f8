"""From text as it was copied to lines that are safe to show: no control characters, no remains of HTML."""

import html
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from studytui.outline.candidates import at_start
from studytui.outline.lines import Kept, Line, Lines, Warnings, Whole, made_line, warnings_of_runs

_LINE_END = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")

# What a terminal would obey: control sequences, with their arguments, as a whole.
_ESCAPE = re.compile(
    r"\x1b\[[0-?]*[ -/]*[@-~]|\x9b[0-?]*[ -/]*[@-~]"
    r"|(?:\x1b\]|\x9d)[^\x07\x1b\x9c\n]*(?:\x07|\x1b\\|\x9c)?"
)

# Controls, soft hyphens, zero-width and bidirectional signs, tags and annotation anchors. A zero-width joiner stays
# after an emoji, where it makes one picture of two.
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u061c\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff"
    "\ufff9-\ufffb\U000e0000-\U000e0fff]|(?<![\u2600-\u27bf\ufe0f\U0001f000-\U0001faff])\u200d"
)
_SURROGATE = re.compile("[\ud800-\udfff]")
# All of these, in one plain class that a long text is quickly searched for.
_STRANGE_SIGNS = (
    "\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\U000e0000-\U000e0fff"
)
_STRANGE = re.compile(f"[{_STRANGE_SIGNS}]")

_BREAK = re.compile(r"<\s*(?:br|/?p|/?div|/?li|/?tr|/?h[1-6])\b[^<>]{0,200}>", re.IGNORECASE)
_TAG = re.compile(r"</?(?:span|font|strong|em|b|i|u|a|td|th|ul|ol|table|tbody|center|section|img)\b[^<>]{0,300}>", re.I)
_ATTRIBUTES = r"""(?:\s+[\w:-]+\s*=\s*(?:"[^"<>]*"|'[^'<>]*'|[^\s"'<>]+))+"""
_ANY_TAG = re.compile(rf"<[A-Za-z][\w-]*{_ATTRIBUTES}\s*/?>")  # of any name, known by its attributes
_ENTITY = re.compile(r"&(?:[a-zA-Z]{2,8}|#\d{2,5}|#x[0-9a-fA-F]{2,5});")
_SPACE = re.compile("[\xa0\u2000-\u200a\u202f\u205f]")

# Characters set apart by single blanks, 加 强 领 导: at least four in a row.
_SPREAD = re.compile(r"[\u4e00-\u9fff](?: [\u4e00-\u9fff，。、；：]){3,}(?![\u4e00-\u9fff])")
_STRAY = re.compile(r"(?<=[\u4e00-\u9fff]) (?=[\u4e00-\u9fff，。、；：])")
_STRAYS, _STRAY_SHARE = 20, 0.06  # blanks in a text, and for each of its characters, that no author means
# A text that has none of these needs nothing: no sign that is mended, and no character between two blanks.
_MENDED_SIGNS = r"<&\xa0\u2000-\u200a\u202f\u205f"
_TO_MEND = re.compile(rf"[{_MENDED_SIGNS} ](?:(?<! )|[\u4e00-\u9fff] )")
_DAMAGED = re.compile(rf"[{_STRANGE_SIGNS}{_MENDED_SIGNS} ](?:(?<! )|[\u4e00-\u9fff] )")

_KINDS = ("html", "blanks")  # of damage that is mended line by line, in this order
_MARK = "\ufeff"  # that some programs put before a text belongs to its encoding


def cleaned(text: str, kept: Kept = frozenset()) -> tuple[Lines, Warnings]:
    """The lines of a text that are not empty, cleaned, and what was mended."""
    text = text.replace("\r\n", "\n")
    parts, repairs = _mended(text, kept) if _DAMAGED.search(text) else (enumerate(text.split("\n"), 1), ())
    return Whole(_lines(parts)), repairs


def _lines(parts: Iterable[tuple[int, str]]) -> Iterator[Line]:
    """The lines in some parts of a text, each given with its number, that are not empty."""
    blank = False
    for number, part in parts:
        stripped = part.strip()
        if stripped:
            indent = 0 if len(stripped) == len(part) else _indent(part)
            yield made_line((number, stripped, indent, blank, at_start(stripped), False, None, False))
        blank = not stripped


def _mended(text: str, kept: Kept) -> tuple[Iterable[tuple[int, str]], Warnings]:
    """The parts of a text without its damage, each with the number of its line, and what was mended."""
    text, mended = _visible(text)
    spread = _TO_MEND.search(text) is not None and _is_spread(text)
    parts: list[tuple[int, str]] = []
    for number, raw in enumerate(text.split("\n"), 1):
        made, kinds = _parts(raw, [kind for kind in _KINDS if (kind, number) not in kept], spread=spread)
        parts += ((number, part) for part in made)
        for kind in kinds:
            mended[kind].append(number)
    told = (told for kind, at in mended.items() for told in warnings_of_runs(kind, ((line, "") for line in at)))
    return parts, tuple(sorted(told, key=lambda told: told.line))


def _is_spread(text: str) -> bool:
    """Whether blanks stand everywhere between the characters of Chinese, as readers of pictures leave them."""
    strays = sum(1 for _ in _STRAY.finditer(text))
    return strays >= _STRAYS and strays >= _STRAY_SHARE * len(text)


def visible(text: str) -> str:
    """The text with one sign for the end of a line, and without what has no look of its own."""
    return _visible(text)[0]


def _visible(text: str) -> tuple[str, defaultdict[str, list[int]]]:
    """The text with one sign for the end of a line, and without what has no look of its own, of which the lines."""
    mended: defaultdict[str, list[int]] = defaultdict(list)
    if not _STRANGE.search(text):
        return text, mended
    text = _LINE_END.sub("\n", text)
    lines = text.split("\n")
    for at, line in enumerate(lines):
        if _STRANGE.search(line):
            lines[at] = _UNSEEN.sub("", _ESCAPE.sub("", line))
            if lines[at] != line and line != _MARK + lines[at]:
                mended["invisible"].append(at + 1)
    return _SURROGATE.sub("\ufffd", "\n".join(lines)), mended


def _parts(raw: str, kinds: list[str], *, spread: bool) -> tuple[list[str], list[str]]:
    """A line without the kinds of damage, cut where HTML breaks it, and which of them it had."""
    text, had = raw, []
    for kind in kinds:
        made = _without_html(text) if kind == "html" else _without_blanks(text, spread=spread)
        if made != text:
            had.append(kind)
        text = made
    return text.split("\n"), had


def _without_html(text: str) -> str:
    if "<" in text:
        text = _ANY_TAG.sub("", _TAG.sub("", _BREAK.sub("\n", text)))
    return _ENTITY.sub(lambda found: html.unescape(found[0]), text) if "&" in text else text


def _without_blanks(text: str, *, spread: bool) -> str:
    if text.isascii():
        return text
    text = _SPREAD.sub(lambda found: found[0].replace(" ", ""), _SPACE.sub(" ", text))
    return _STRAY.sub("", text) if spread else text


def _indent(part: str) -> int:
    """Columns before the first character; a full-width space takes two."""
    columns = 0
    for character in part:
        if character == "\t":
            columns += 4 - columns % 4
        elif character == "\u3000":
            columns += 2
        elif character.isspace():
            columns += 1
        else:
            break
    return columns
