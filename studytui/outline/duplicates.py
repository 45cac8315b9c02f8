"""Blocks that stand twice, as they do where a page was copied in two pieces: the second is left out, and told."""

from operator import eq

from studytui.outline.lines import Lines, Warnings, warnings_of_runs, whole

_LEAST = 40  # characters of a paragraph that nobody writes twice to the letter
_LEAST_BELOW = 12  # and of a sentence that nobody writes twice in a row
_STOPS = ("。", "！", "？", ".", "!", "?")


def without_duplicates(lines: Lines) -> tuple[Lines, Warnings]:
    """Leave out each long paragraph that stood before, and the lines around it that stood around it there too."""
    texts = whole(lines).texts
    long = [text for text in texts if len(text) >= _LEAST]
    if len(set(long)) == len(long) and not any(map(eq, texts, texts[1:])):
        return lines, ()
    first: dict[str, int] = {}
    again: dict[int, int] = {}  # lines that come again, and where they stood first
    for at, line in enumerate(lines):
        if len(line.text) >= _LEAST and not line.gap and first.setdefault(line.text, at) != at:
            again[at] = first[line.text]
        elif at and len(line.text) >= _LEAST_BELOW and line.text == lines[at - 1].text and line.text.endswith(_STOPS):
            again[at] = at - 1
    if not again:
        return lines, ()
    for step in (-1, 1):
        _spread(lines, again, step)
    told = ((lines[at].number, lines[at].text[:40]) for at in sorted(again))
    return tuple(line for at, line in enumerate(lines) if at not in again), warnings_of_runs("duplicate", told)


def _spread(lines: Lines, again: dict[int, int], step: int) -> None:
    """Add the neighbours of repeated lines, in one direction, as long as they are repeated with them."""
    for at in sorted(again, reverse=step < 0):
        here, there = at + step, again[at] + step
        while 0 <= there < at and here < len(lines) and here not in again and lines[here].text == lines[there].text:
            again[here] = there
            here, there = here + step, there + step
