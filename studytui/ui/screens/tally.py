"""Counting the decks behind the screen that lists them, and the day's backup after that."""

from operator import attrgetter
from time import monotonic

from textual import work
from textual.worker import get_current_worker

from studytui.errors import StudyError
from studytui.study.summary import Summary
from studytui.ui.screens.shelving import ShelvingFrame

PATIENCE = 0.4
"""Seconds of counting after which it is shown how far it is, and so again."""


class TallyFrame(ShelvingFrame):
    """A screen for which the decks are counted."""

    def counting(self, done: int) -> None:
        """So many decks are counted."""

    def counted(self, found: list[Summary]) -> None:
        """All are, and here they are by name."""

    def is_counting(self) -> bool:
        """Whether they are being counted."""
        return any(worker.group == "count" and worker.is_running for worker in self.workers)

    def stop_counting(self) -> None:
        """Count no further."""
        self.workers.cancel_group(self, "count")

    @work(thread=True, exclusive=True, group="count")
    def count(self) -> None:
        """Count the decks; where state has to be made again that takes a while, and then it shows how far it is."""
        worker, since = get_current_worker(), monotonic()
        found: list[Summary] = []
        try:
            for summary in self.shelves().counted():
                if worker.is_cancelled:
                    return
                found.append(summary)
                if monotonic() - since > PATIENCE:
                    since = monotonic()
                    self.app.call_from_thread(self.counting, len(found))
        except StudyError as error:
            self.app.call_from_thread(self.complain, error)
            return
        if not worker.is_cancelled:
            self.app.call_from_thread(self.counted, sorted(found, key=attrgetter("name")))

    @work(thread=True, exclusive=True, group="backup")
    def back_up(self) -> None:
        """The day's backup is made while the person looks at the table; where there is one, nothing is done."""
        if self.entrance.read_only:
            return
        worker = get_current_worker()
        try:
            self.shelves().back_up_daily(lambda: worker.is_cancelled)
        except StudyError as error:
            self.app.call_from_thread(self.complain, error)
