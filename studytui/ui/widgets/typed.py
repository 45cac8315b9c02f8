"""A line to type in, which holds nothing that a terminal might obey."""

from textual import events
from textual.widgets import Input

from studytui.ui.show.text import clean


class TypedLine(Input):
    """An input whose text is clean however it came: typed, pasted or given."""

    def validate_value(self, value: str) -> str:
        """Leave out what cannot be seen."""
        return clean(value)


class AnswerLine(TypedLine):
    """A line for an answer: what is pasted, as some input methods do, goes in whole.

    Args:
        empties: Whether Enter empties it at once, so that what is typed behind Enter is the next line.

    Attributes:
        of_many: Whether lines are given one after another: of several that are pasted each is taken as if Enter was
            pressed behind it. Else they are joined.
    """

    DEFAULT_CSS = """
    AnswerLine { margin: 0 7; border: none; padding: 0 1; height: 1; background: $panel; }
    AnswerLine:focus { border: none; }
    """

    def __init__(self, *, empties: bool = False) -> None:
        super().__init__(select_on_focus=False)
        self._empties = self.of_many = empties

    async def action_submit(self) -> None:
        """Hand over what was typed."""
        await super().action_submit()
        if self._empties:
            self.value = ""

    def _on_paste(self, event: events.Paste) -> None:
        event.prevent_default()  # Textual's own takes the first line only
        event.stop()
        if self.disabled:
            return
        lines = [words for line in event.text.splitlines() if (words := " ".join(line.split()))]
        if not self.of_many or len(lines) < 2:
            self.insert_text_at_cursor(" ".join(lines))
            return
        for line in lines:  # an empty one would mean that nothing more is said
            self.insert_text_at_cursor(line)
            self.post_message(self.Submitted(self, self.value))
            self.value = ""
