"""The head of a deck file: keys and values between two lines of ---."""

import re
from dataclasses import dataclass
from datetime import date

from studytui.errors import StudyError
from studytui.outline.deck import FORMAT, KEYS
from studytui.outline.deck_text import BLANKS, plain

_KEY = re.compile(rf"([^{BLANKS}:：]+)[{BLANKS}]*[:：](.*)")
_ID = re.compile(r"[a-z2-7]{12}")
_FENCE = "---"


@dataclass(frozen=True, slots=True)
class Head:
    """What the head of a file says.

    Attributes:
        file: What the file is called.
        values: The value of each key, in the order of the file.
        lines: The line that each key stands on.
        end: The line of the second ---.
    """

    file: str
    values: dict[str, str]
    lines: dict[str, int]
    end: int

    def id(self) -> str:
        """The deck's id.

        Raises:
            StudyError: There is none, or it is not of the right form.
        """
        found = self.values.get("id", "")
        if not _ID.fullmatch(found):
            raise StudyError(
                "{file}, line {line}: the head needs the deck's id, twelve characters of a-z and 2-7. "
                "Put back the line that was there.",
                file=self.file,
                line=self.lines.get("id", 1),
            )
        return found

    def one_of(self, key: str, allowed: tuple[str, ...]) -> str:
        """The value of a key that may have but a few; the first of them where the key is missing.

        Raises:
            StudyError: It has another value.
        """
        value = self.values.get(key, allowed[0])
        if value not in allowed:
            raise StudyError(
                "{file}, line {line}: {key} is {value}; write one of {allowed}.",
                file=self.file,
                line=self.lines[key],
                key=key,
                value=value,
                allowed=", ".join(allowed),
            )
        return value

    def day(self) -> date | None:
        """The day of the speech.

        Raises:
            StudyError: It is no date.
        """
        value = self.values.get("day")
        try:
            return date.fromisoformat(value) if value else None
        except ValueError:
            raise StudyError(
                "{file}, line {line}: the day {day} is no date; write it like 2026-12-31.",
                file=self.file,
                line=self.lines["day"],
                day=value,
            ) from None

    def extra(self) -> tuple[tuple[str, str], ...]:
        """The keys that this version does not know."""
        return tuple((key, value) for key, value in self.values.items() if key not in KEYS)


def head_of(lines: list[str], file: str) -> Head:
    """Read the head.

    Args:
        lines: All lines of the file, without blanks at their ends.
        file: What the file is called.

    Raises:
        StudyError: There is no head, a line of it is no key with a value, or a later version wrote it.
    """
    first = next((i for i, line in enumerate(lines) if line), 0)
    last = next((i for i in range(first + 1, len(lines)) if lines[i] == _FENCE), None)
    if lines[first] != _FENCE or last is None:
        raise StudyError(
            "{file}, line {line}: a deck file begins with its head between two lines of ---. "
            "To bring in another document, use `studytui import`.",
            file=file,
            line=first + 1,
        )
    head = Head(file, {}, {}, last + 1)
    for number in range(first + 2, last + 1):
        if lines[number - 1]:
            _take(head, lines[number - 1], number)
    _check_format(head)
    return head


def _take(head: Head, line: str, number: int) -> None:
    found = _KEY.fullmatch(line)
    if found is None:
        raise StudyError(
            "{file}, line {line}: in the head each line is a key, a colon and a value, like title: 讲话. "
            "Text stands below the second ---.",
            file=head.file,
            line=number,
        )
    key = found[1]
    if key in head.values:
        raise StudyError(
            "{file}, line {line}: {key} stands in line {before} already. Delete one of the two.",
            file=head.file,
            line=number,
            key=key,
            before=head.lines[key],
        )
    head.values[key], head.lines[key] = plain(found[2].strip(BLANKS)), number


def _check_format(head: Head) -> None:
    value = head.values.get("format", str(FORMAT))
    if value != str(FORMAT):
        raise StudyError(
            "{file}, line {line}: this file has format {format}, and this version of studytui reads format {known}. "
            "Update studytui.",
            file=head.file,
            line=head.lines["format"],
            format=value,
            known=FORMAT,
        )
