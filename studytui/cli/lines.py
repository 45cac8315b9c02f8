"""A question in line mode: its parts out, a line in, what was right."""

from collections.abc import Mapping, Sequence
from typing import Final, Protocol

from studytui.cards.label import numbered
from studytui.catalogue import Catalogue
from studytui.cli.context import Context
from studytui.drills import recall
from studytui.drills.drill import Mark
from studytui.drills.lines import Line
from studytui.drills.signs import SIGNS
from studytui.language.aligned import Fate
from studytui.language.compare import Comparison, marked

NOTHING: Final[tuple[Mark, ...]] = ()
"""What an answer means that was none: the question is asked again."""

BACK: Final = ":u"
"""The line by which something is taken back; an answer that begins so is typed with two colons."""


class Taking(Protocol):
    """Takes lines of the person's."""

    def __call__(self, prompt: str, /, *, back: bool = False) -> str | None:
        """One line; None when it was a command that changed what is asked.

        Args:
            prompt: What stands before it.
            back: Whether something was said of this question that can be taken back: then the line may be `BACK`.
        """


class Lines:
    """Shows a question in lines, and takes lines for an answer.

    Args:
        context: Prints and says.
        line: Takes one line of the person's; None when it was a command that changed what is asked.
    """

    def __init__(self, context: Context, line: Taking) -> None:
        self._context, self._line = context, line

    def pick(self, most: int) -> int | None:
        """A number from 1 to so many, counted from 0; None when it was a command."""
        while (line := self._line("> ")) is not None:
            if line.isdecimal() and 1 <= int(line) <= most:
                return int(line) - 1
            self._context.tell("A number from 1 to {most}, please.", most=most)
        return None

    def told(self, marks: Sequence[Mark], answer: str) -> Sequence[Mark]:
        """Say whether it was right, and what would have been; gives what it means."""
        right = all(mark.rating > 1 for mark in marks)
        self._context.tell("right") if right else self._context.tell("wrong: {answer}", answer=answer)
        return marks

    def compared(self, comparison: Comparison) -> None:
        """Show what was typed against the text, where that is not the same."""
        if not comparison.exact:
            self._context.print("  " + "".join(text for text, _ in marked(comparison, _said(self._context.say))))

    def head(self, above: Sequence[Line], group: str) -> None:
        """The headings, outermost first, and the name of the group."""
        for line in above:
            self._context.print(written(line))
        if group:
            self._context.print(f"| {group}")

    def cue(self, asked: recall.Question) -> None:
        """The headings, what is asked about, and what is to be done."""
        self.head(asked.above, asked.group)
        self._context.print(f"{written(asked.cue)}  {self._context.say.say(asked.task)}")


def written(line: Line) -> str:
    """A number and its text."""
    return numbered(line.marker, line.text)


def _said(say: Catalogue) -> Mapping[Fate, str]:
    return {fate: say.say(sign) for fate, sign in SIGNS.items()}
