"""A list of rows with a cursor; it scrolls, and takes arrows, j and k, and the mouse."""

from collections.abc import Callable

from textual.binding import Binding
from textual.widgets import OptionList


class Rows(OptionList):
    """Rows of plain content. It posts OptionList's own messages and knows nothing of what the rows mean."""

    DEFAULT_CSS = """
    Rows {
        border: none; padding: 0 1; background: transparent; scrollbar-size-vertical: 1;
        &:focus { border: none; background-tint: transparent; }
        & > .option-list--option-highlighted { background: $panel; text-style: bold; color: $foreground; }
        &:focus > .option-list--option-highlighted { background: $primary 35%; text-style: bold; color: $foreground; }
        & > .option-list--option-disabled { color: $text-muted; }
    }
    """
    BINDINGS = [
        Binding("j", "cursor_down", "Down", show=False),
        Binding("k", "cursor_up", "Up", show=False),
    ]

    def action_page_up(self) -> None:
        """Up a page."""
        self._turn(super().action_page_up)

    def action_page_down(self) -> None:
        """Down a page."""
        self._turn(super().action_page_down)

    def _turn(self, page: Callable[[], None]) -> None:
        # OptionList measures a page by lines that it has not laid out while the list has no room.
        if self.is_on_screen and self.size.height and self.size.width:
            page()
