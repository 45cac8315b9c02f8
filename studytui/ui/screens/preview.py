"""Bringing a document in, second half: it is read, read again with a repair left out, kept or not."""

from collections.abc import Callable
from functools import partial
from time import monotonic

from textual import work
from textual.binding import Binding
from textual.worker import Worker, get_current_worker

from studytui.catalogue import Catalogue
from studytui.errors import StudyError
from studytui.messages import message
from studytui.outline.edit.flow import Part, Spot
from studytui.study.bring import Draft
from studytui.study.correcting import Correcting, Step
from studytui.study.library import Library
from studytui.study.told import UNDOABLE
from studytui.ui.screens.dialogs import ConfirmScreen
from studytui.ui.screens.frame import HELP
from studytui.ui.screens.preview_correcting import CORRECT, CorrectedPanes
from studytui.ui.screens.study_requests import Brought, Changed, Refused
from studytui.ui.widgets.line import Line

TICK = 0.5
"""Seconds after which it is shown how long something takes, and so again."""


class PreviewScreen(CorrectedPanes):
    """Nothing is stored before yes; no leaves nothing. What was corrected last is undone first."""

    BINDINGS = [
        Binding("y", "keep", "Yes, keep it", tooltip="Store it as a deck"),
        *CORRECT,
        Binding("o", "update", "New version", tooltip="Make it the new version of the deck of that name, or not"),
        Binding("x", "keep_source", "As in the source", tooltip="Leave what this warning tells of as it stands"),
        Binding("enter", "open", "Paragraphs", tooltip="Show or hide the paragraphs under it; at a warning, go there"),
        Binding("t", "texts", "All text", tooltip="Show or hide all paragraphs"),
        Binding("tab", "next_pane", "Tree / warnings / source"),
        HELP,
        Binding("n,escape", "leave", "No"),
    ]
    CSS_PATH = "preview.tcss"

    def __init__(
        self, say: Catalogue, library: Library, make: Callable[[Callable[[], bool]], Draft], update: str = ""
    ) -> None:
        """Make the screen.

        Args:
            say: Says messages in the person's language.
            library: Where the deck will be.
            make: Reads the document; it is given what tells whether to stop.
            update: The deck of which it is a new version; empty for a new deck.
        """
        super().__init__(say)
        self._library, self._make, self._update = library, make, update
        self._unwanted: list[tuple[str, int]] = []  # repairs to leave out; the first is being left out
        self._again: Correcting | None = None  # what is read again meanwhile
        self._saving = False
        self._doing = self._twin = ""

    def on_mount(self) -> None:
        """Reading takes a while for a long document, so it runs beside the screen."""
        self.head.left = self.say("Reading… Esc stops it.")
        self._ticking = self.set_interval(TICK, self._tick, pause=True)
        self._begin()
        self._read()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There must be something to keep, or to leave as it is in the source; no is too late while it is saved."""
        known = {
            "keep": self.correcting is not None,
            "update": self.correcting is not None and bool(self._twin),
            "keep_source": self._repair() is not None,
            "leave": not self._saving,
        }
        return known[action] if action in known else super().check_action(action, parameters)

    def _begin(self, doing: str = "") -> None:
        """Something begins that takes a while: it is said, with the seconds that it takes."""
        self._doing, self._since = doing, monotonic()
        self.head.right = doing
        self._ticking.reset()
        self._ticking.resume()
        self.keys_changed()

    def _tick(self) -> None:
        seconds = self.say("{n} s", n=int(monotonic() - self._since))
        self.head.right = f"{self._doing}   {seconds}" if self._doing else seconds

    def _end(self, now: Correcting) -> None:
        """It is over: the outline can be corrected and kept."""
        self.correcting = now
        self._ticking.pause()
        self._ask_for_yes()
        self.keys_changed()

    @work(thread=True, group="read")
    def _read(self) -> None:
        worker = get_current_worker()
        try:
            draft = self._make(lambda: worker.is_cancelled)
            name = self._library.name_for(draft)
        except StudyError as error:
            self._hand_over(worker, partial(self.post_message, Refused(error)))
            return
        self._hand_over(worker, partial(self._show, draft, name))

    def _hand_over(self, worker: Worker[None], then: Callable[[], object]) -> None:
        """Go on in the screen with what a worker has brought, unless nobody waits for it any more."""
        if not worker.is_cancelled:
            self.app.call_from_thread(lambda: None if worker.is_cancelled else then())

    def _show(self, draft: Draft, name: str) -> None:
        self.head.left = self._update or name
        if name != draft.name and not self._update:
            self._twin = draft.name
            said = self.say("You have a deck of this name; this one becomes {name}.", name=name)
            self.query_one("#counts", Line).right = said
        self.show_text(draft.document.text.split("\n"), draft.document.notes)
        self.show_outline(draft.outline, Spot(Part.HEAD, 0))
        self.points.focus()
        self._end(Correcting(draft))

    def _ask_for_yes(self) -> None:
        asks = self.say("new version of {name}", name=self._update) if self._update else ""
        self.head.right = asks or self.say("Is this how it is meant?")

    def action_update(self) -> None:
        """Take it as a new version of the deck of that name, whose history stays, or as a deck of its own after all."""
        self._update = "" if self._update else self._twin
        self._ask_for_yes()
        self.tell(
            message("y makes it the new version of {name}; all history stays.", name=self._update)
            if self._update
            else message("y makes it a deck of its own.")
        )

    def action_keep(self) -> None:
        """Store it."""
        now = self.correcting
        if now is None:
            return
        if not now.outline.nodes:
            self.complain(message("No point is left that could be asked. u takes the last correction back."))
            return
        self.correcting = None  # a second y, pressed before this screen is gone, would keep it twice
        self._saving = True
        self._begin(self.say("Saving…"))
        self._save(now)

    @work(thread=True, group="keep")
    def _save(self, now: Correcting) -> None:
        """A long document takes a second."""
        done: Brought | Changed
        try:
            if self._update:
                done = Changed(self._library.editing.update(self._update, now.draft))
            else:
                done = Brought(self._library.keep(now.draft))
        except StudyError as error:
            self.app.call_from_thread(self._not_saved, now, error)
            return
        self.app.call_from_thread(self.post_message, done)

    def _not_saved(self, now: Correcting, error: StudyError) -> None:
        self._saving = False
        self._end(now)
        self.complain(error)

    def action_keep_source(self) -> None:
        """Read it again, with this repair left out; where it is read again already, that one is next."""
        now, place = self.correcting, self._repair()
        if place is None:
            return
        self._unwanted.append(place)
        if now is not None:
            # Until it is read nothing is corrected and nothing kept: what is read would not have it.
            self.correcting, self._again = None, now
            self._begin(self.say("Reading… Esc stops it."))
            self._read_again(now, place)

    def _repair(self) -> tuple[str, int] | None:
        """What the warning under the cursor tells of, where it is a repair that can be left out."""
        if (self.correcting or self._again) is None or not self.warnings.has_focus:
            return None
        warning = self.warning
        if warning is None or warning.kind not in UNDOABLE or (warning.kind, warning.line) in self._unwanted:
            return None
        return warning.kind, warning.line

    @work(thread=True, group="again")
    def _read_again(self, now: Correcting, place: tuple[str, int]) -> None:
        worker = get_current_worker()
        try:
            step = now.reread(now.draft.keeping((*now.draft.kept, place)))
        except StudyError as error:
            self._hand_over(worker, partial(self._not_read, error))
            return
        self._hand_over(worker, partial(self._reread, now, step))

    def _not_read(self, error: StudyError) -> None:
        self._stop_reading()
        self.complain(error)

    def _reread(self, now: Correcting, step: Step) -> None:
        now.take(step)
        self.show_outline(now.outline)
        known = {(warning.kind, warning.line) for warning in now.outline.warnings}
        self._unwanted = [place for place in self._unwanted[1:] if place in known]
        if self._unwanted:
            self._read_again(now, self._unwanted[0])
        else:
            self._stop_reading()
        if step.dropped:
            self.tell(
                message(
                    "{n} correction has lost its place and was dropped; u brings it back.",
                    plural="{n} corrections have lost their place and were dropped; u brings them back.",
                    n=step.dropped,
                )
            )

    def _stop_reading(self) -> None:
        """Go on with what there is."""
        now, self._again, self._unwanted = self._again, None, []
        self.workers.cancel_group(self, "again")
        if now is not None:
            self._end(now)

    @work(group="dialog")
    async def action_leave(self) -> None:
        """Store nothing; what was corrected is not thrown away without a question. Too late while it is saved."""
        if not self.is_current or self._saving:
            return
        if self._again is not None:
            self._stop_reading()
            return
        done = self.correcting.corrected if self.correcting is not None else 0
        ask = message(
            "Leave without keeping it? {n} correction is lost.",
            plural="Leave without keeping it? {n} corrections are lost.",
            n=done,
        )
        if (done and not await self.app.push_screen_wait(ConfirmScreen(self.say, ask))) or self._saving:
            return
        self.workers.cancel_group(self, "read")
        self.dismiss()
