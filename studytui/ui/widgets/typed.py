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
    """A line for an answer: what is pasted, as some input methods do, goes in whole, its lines joined.

    Args:
        empties: Whether Enter empties it at once, so that what is typed behind Enter is the next line of many.
    """

    DEFAULT_CSS = """
    AnswerLine { margin: 0 7; border: none; padding: 0 1; height: 1; background: $panel; }
    AnswerLine:focus { border: none; }
    """

    def __init__(self, *, empties: bool = False) -> None:
        super().__init__(select_on_focus=False)
        self._empties = empties

    async def action_submit(self) -> None:
        """Hand over what was typed."""
        await super().action_submit()
        if self._empties:
            self.value = ""

    def _on_paste(self, event: events.Paste) -> None:
        event.prevent_default()  # Textual's own takes the first line only
        event.stop()
        if not self.disabled:
            self.insert_text_at_cursor(" ".join(event.text.split()))
