"""A line to type in, which holds nothing that a terminal might obey."""

from textual.widgets import Input

from studytui.ui.show.text import clean


class TypedLine(Input):
    """An input whose text is clean however it came: typed, pasted or given."""

    def validate_value(self, value: str) -> str:
        """Leave out what cannot be seen."""
        return clean(value)
