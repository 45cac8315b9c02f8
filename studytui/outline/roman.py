"""Whether a single letter is a letter or a Roman numeral: C. after B. is the third letter, V. after IV. is five."""

from collections.abc import Iterable

from studytui.outline.numbering import Mark, family

# Families that are told apart by what went before: Roman numerals, letters, in each way to write them.
_PAIRS = (("roman", "capital"), ("small_roman", "small"), ("paren_roman", "paren_letter"))
_PAIR_OF = {name: pair for pair in _PAIRS for name in pair}
_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


def told_apart(marks: Iterable[Mark | None]) -> list[Mark | None]:
    """The markers that paragraphs begin with, each single letter read as the run before it asks."""
    last: dict[str, int] = {}
    made = list(marks)
    for at, mark in enumerate(made):
        if mark and mark.family.name in _PAIR_OF:
            made[at] = read = _read(mark, _PAIR_OF[mark.family.name], last)
            last[read.key] = read.ordinal or 0
    return made


def _read(mark: Mark, pair: tuple[str, str], last: dict[str, int]) -> Mark:
    letter = mark.marker.strip("（()）.、．").lower()
    if letter not in _VALUES:
        return mark
    roman, letters = pair
    place = ord(letter) - ord("a") + 1
    goes_on = last.get(roman) == _VALUES[letter] - 1
    is_letter = last.get(letters) == place - 1 or not (goes_on or letter == "i")
    name, ordinal = (letters, place) if is_letter else (roman, _VALUES[letter])
    return mark._replace(family=family(name), key=name, ordinal=ordinal)
