"""Paragraphs that were broken into lines in mid-sentence: joined again, and told."""

import re
from collections import Counter

from studytui.language.either import either
from studytui.outline.alone import begins_and_ends, is_labelled
from studytui.outline.lines import Line, Lines, Warnings
from studytui.outline.tree import OutlineWarning

_ENDED = re.compile(r"[。！？；：:;!?….][”’」』）)】》\"]*$|[”」』》】]$|^[（(].*[）)]$")
_STOPS = "。！？；：:;"
_QUOTES = "“”「」『』《》"
_GOING_ON = re.compile(r"[，、,（(“「《—-]$")
_UNFINISHED = "第其"  # behind which a number must stand
# Words that join what stands on both sides of them: no heading ends with one of these, no paragraph begins with one.
_JOINING = re.compile(either("(?:^[^是]*的|[和与及])$"))  # but 这是大家的 is a whole sentence
_JOINED = re.compile(either("(?:和(?![谐平睦气解缓])|与(?![会其此时众日])|及(?![时早格])|以及|的(?![确士]))"))
_CLAUSES = re.compile("[，,。；、]")
_BEGINS_ANEW = re.compile(
    r"[\s—\-–(（【\[“「『《#>]|\*\s|[^：:，。]{1,8}(?:：|:(?!\d))|[A-Z][A-Za-z ]{1,20}:\s"
    r"|\d{1,2}[:：]\d\d(?:\s*[-–—~至]|\s)"
    rf"|为[了深全进切认]|根据|按照|依据|{either('目[录次]')}$"
)
_SENTENCE_INSIDE = re.compile("[。！？；]")
_LEAST = 16  # characters that a broken line of a paragraph has at the least
_LEAST_IN_LATIN = 48  # Eleanor Pike, Chair: names and places with a comma are shorter
_MANY = 5  # lines that must end at the same width, before a text counts as broken at that width
_ENGLISH_PROSE = re.compile(r"[a-z\d)]{2}[.?!] +[A-Z].*[a-z,]$")  # a sentence has ended, and another not
_SHARE = 0.6
_EXCEPTIONS = 0.02


def unwrapped(lines: Lines) -> tuple[Lines, Warnings]:
    """Join what was broken; a warning tells the first and the last line of each paragraph."""
    width = _width(lines)
    made: list[Line] = []
    told: list[OutlineWarning] = []
    parts: list[str] = []  # of the paragraph that is being joined
    before: Line | None = None
    last = ""  # character of the line before
    for line in lines:
        apart = line.mark and not (width or last.isascii() or last in _UNFINISHED)  # as most are
        if before is not None and not apart and _continues(before, line, made[-1], width, title=len(made) == 1):
            parts = parts or [before.text]
            parts.append(_joint(parts[-1], line.text) + line.text)
        else:
            if parts:
                _close(made, told, parts, before)
            made.append(line)
        before, last = line, line.text and line.text[-1]
    _close(made, told, parts, before)
    return (lines, ()) if len(made) == len(lines) else (tuple(made), tuple(told))


def _close(made: list[Line], told: list[OutlineWarning], parts: list[str], last: Line | None) -> None:
    """Put the joined text in the place of the first of its lines, and begin anew."""
    if parts and last:
        first = made[-1]
        made[-1] = first.with_text("".join(parts))
        if not _is_bare(first):
            told.append(OutlineWarning("wrapped", first.number, last.number, detail=parts[0][-20:], count=len(parts)))
        parts.clear()


def _continues(before: Line, line: Line, first: Line, width: int, *, title: bool) -> bool:
    """Whether a line goes on with the sentence of the line before it."""
    if line.mark:
        return _is_chance(before, line, first, width)
    if line.gap or before.gap:
        return False
    if _is_bare(before):
        return len(line.text) <= 4 * _LEAST
    if line.blank_before:
        return False
    full = width and _cells(before.text) + before.indent >= width - 4
    hangs = full and line.indent < first.indent  # where only paragraphs are indented
    flush = full and line.indent == first.indent == 0
    if _ENDED.search(before.text) and not ((hangs or flush) and _is_quoted(before.text)):
        return False
    if hangs:
        return True
    if _BEGINS_ANEW.match(line.text) and not (flush and line.text[0] in _QUOTES):
        return False
    if line.indent > before.indent and line.indent >= 2 and not _hangs(line, first):
        return False
    if begins_and_ends(line.text) or begins_and_ends(before.text):
        return False
    return bool(full) or _reads_on(before, line, first, width, title=title)


def _is_quoted(text: str) -> bool:
    """Whether a line ends with a quotation, but not with a sentence: 绝不再用“大概” | “差不多”这样的词."""
    return text[-1] in _QUOTES and text[-2:-1] not in _STOPS


def _hangs(line: Line, first: Line) -> bool:
    """Whether a line stands right below the text of a point and goes on in mid-sentence: c. The widow who | was it."""
    text = first.mark and first.indent + _cells(first.text[: first.mark.end])
    return text == line.indent and (line.text[0].islower() or _GOING_ON.search(first.text) is not None)


def _reads_on(before: Line, line: Line, first: Line, width: int, *, title: bool) -> bool:
    """Whether the words of two lines show that the second goes on, where their widths show nothing."""
    if before.text[-1].isascii() and before.text[-1].isalpha() and line.text[0].islower():
        return True
    if _GOING_ON.search(before.text):
        return True
    if len(before.text) >= _LEAST and (_JOINING.search(before.text) or _JOINED.match(line.text)):
        return True
    if width and _had_room(before, line, width):
        return False
    if first.mark and before is not first and _ends_heading(first.text, before.text):
        return False
    return _is_prose(before.text, started=before is not first, title=title, marked=first.mark is not None)


def _ends_heading(first: str, last: str) -> bool:
    """Whether a line is so much shorter than the first of its heading that this ends with it."""
    return 2 * len(last) < len(first) and not last.isascii() and _SENTENCE_INSIDE.search(first) is None


def _had_room(before: Line, line: Line, width: int) -> bool:
    """Whether the first word of a line would have stood on the line before it, where a text is broken at a width."""
    word = line.text.split(maxsplit=1)[0] if line.text.isascii() else line.text[0]
    return _cells(before.text) + before.indent + 1 + _cells(word) < width - 2


def _is_chance(before: Line, line: Line, first: Line, width: int) -> bool:
    """Whether a line begins with a number only because it was broken there: 十二月、 | 一月, 第 | 二，, at | 2 m."""
    if line.blank_before or before.gap or line.mark is None:
        return False
    if before.text[-1] in _UNFINISHED:
        return True
    if width and line.indent < first.indent and _cells(before.text) + before.indent >= width - 4:
        return _ENDED.search(before.text) is None
    if not before.text[-1].isascii():
        return False
    weak = line.mark.family.kin == "arabic" or line.mark.family.name.startswith("decimal")
    unfinished = before.text[-1].islower() or before.text[-1] == ","
    return weak and unfinished and _ENGLISH_PROSE.search(before.text) is not None


def _is_prose(text: str, *, started: bool, title: bool, marked: bool) -> bool:
    """Whether a line that ends without a stop is a broken paragraph and no heading."""
    if started:
        return True
    if marked or title:
        return _SENTENCE_INSIDE.search(text) is not None
    least = _LEAST_IN_LATIN if text.isascii() else _LEAST
    return len(text) >= least and _CLAUSES.search(text) is not None and not is_labelled(text)


def _is_bare(line: Line) -> bool:
    """Whether a line is a marker and nothing else, so that its heading stands on the next."""
    return line.mark is not None and line.mark.end >= len(line.text)


def _joint(before: str, after: str) -> str:
    """A blank between two words of a language that writes blanks."""
    return " " if before[-1].isascii() and after[0].isascii() and before[-1] not in "-/([" else ""


def _width(lines: Lines) -> int:
    """The width at which a text is broken, in columns; 0 where it is not broken at one."""
    long = [line for line in lines if len(line.text) >= _LEAST and line.text[-1] not in _STOPS and _may_be_broken(line)]
    widths = Counter(_cells(line.text) + line.indent for line in long if not _ENDED.search(line.text))
    if widths.total() < _MANY:
        return 0
    common = max(widths, key=lambda width: sum(widths[near] for near in range(width - 2, width + 3)))
    near = sum(widths[near] for near in range(common - 2, common + 3))
    if near < _MANY or near < _SHARE * widths.total():
        return 0
    longer = sum(_cells(line.text) + line.indent > common + 2 for line in lines)
    return common if longer <= _EXCEPTIONS * len(lines) else 0


def _may_be_broken(line: Line) -> bool:
    """Whether a line may be the first of a broken paragraph: many headings of one length are no sign of a width."""
    return line.mark is None or _CLAUSES.search(line.text, line.mark.end) is not None


def _cells(text: str) -> int:
    """About as many columns as a text takes: one for a character of ASCII, two for any other."""
    return 2 * len(text) - len(text.encode("ascii", "ignore"))
