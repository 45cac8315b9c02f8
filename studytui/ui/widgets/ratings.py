"""The four ratings, a sign before the one that counts, and under each when the card comes back."""

from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message

from studytui.catalogue import Catalogue
from studytui.messages import message
from studytui.ui.widgets.columns import Columns

RATINGS = (message("Again"), message("Hard"), message("Good"), message("Easy"))


class RatingBar(Vertical):
    """Two lines; they stay empty until there is something to rate."""

    DEFAULT_CSS = """
    RatingBar { height: auto; }
    RatingBar > #ratings { text-style: bold; }
    """

    @dataclass
    class Clicked(Message):
        """A rating was clicked."""

        rating: int

    def __init__(self, say: Catalogue) -> None:
        super().__init__()
        self._say = say

    def compose(self) -> ComposeResult:
        """The ratings, and below them the days."""
        yield Columns(id="ratings")
        yield Columns(id="returns", classes="faint")

    def show(self, counts: int, returns: tuple[str, ...]) -> None:
        """Show the ratings.

        Args:
            counts: The one that counts as long as no other is given.
            returns: When the card comes back under each, or one sentence about that.
        """
        self.query_one("#ratings", Columns).cells = tuple(
            f"{'> ' if n == counts else '  '}{n} {self._say.say(word)}" for n, word in enumerate(RATINGS, 1)
        )
        under = tuple(f"    {one}" for one in returns)
        self.query_one("#returns", Columns).cells = under if len(returns) > 1 else returns

    def clear(self) -> None:
        """Nothing is to be rated."""
        for line in self.query(Columns):
            line.cells = ()

    @on(Columns.Clicked)
    def _clicked(self, event: Columns.Clicked) -> None:
        event.stop()
        self.post_message(self.Clicked(event.column + 1))
