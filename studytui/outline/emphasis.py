"""Bold type and rules of Markdown: a line in bold may be a heading, the signs themselves are no text."""

import re
from collections.abc import Iterator

from studytui.outline.candidates import at_start
from studytui.outline.lines import Line, Lines, Warnings, have

BOLD = "**"
_WHOLE = re.compile(r"(\*\*|__)(?=\S)([^*]+?)(?<=\S)\1[：:]?")
_PART = re.compile(r"(\*\*|__)(?=\S)([^*_]+?)(?<=\S)\1")
_RULE = re.compile(r"([-*_=])(?: ?\1){2,}|--|==")
_SIGNS = ("**", "__", "--", "==", "* *", "_ _", "- -", "= =")
_LONGEST = 60


def unemphasised(lines: Lines) -> tuple[Lines, Warnings]:
    """The lines without rules and without signs of emphasis; bold lines that head a part keep a marker for it."""
    if not (have(lines, *"-*_=") and have(lines, *_SIGNS)):
        return lines, ()
    if any(line.text.count(BOLD) % 2 for line in lines):  # they stand for words that were struck out: **员, **建
        return tuple(_without_rules(lines)), ()
    kept = [*_without_rules(lines)]
    heads = [line for line in kept[1:] if _is_head(line)]
    headed = len(heads) > 1
    return tuple(_plain(line, head=headed and line is not kept[0] and _is_head(line)) for line in kept), ()


def _without_rules(lines: Lines) -> Iterator[Line]:
    """The lines between the rules; what stands below one begins anew."""
    below = False
    for line in lines:
        rule = _RULE.fullmatch(line.text) is not None
        if not rule:
            yield line._replace(blank_before=True) if below else line
        below = rule


def _is_head(line: Line) -> bool:
    found = _WHOLE.fullmatch(line.text)
    return found is not None and len(line.text) <= _LONGEST and at_start(found[2]) is None


def _plain(line: Line, *, head: bool) -> Line:
    if "**" not in line.text and "__" not in line.text:
        return line
    text = _PART.sub(lambda found: found[2], line.text)
    return line.with_text(f"{BOLD} {text}" if head else text)
