"""Bringing a document in, second half: how it is understood, corrected in place, and yes or no."""

from collections.abc import Callable
from time import monotonic

from textual import work
from textual.binding import Binding
from textual.worker import get_current_worker

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
from studytui.ui.screens.preview_corrections import CORRECT, CorrectingPanes
from studytui.ui.screens.study_requests import Brought, Changed, Refused
from studytui.ui.widgets.line import Line

TICK = 0.5
"""Seconds after which it is shown how long something takes, and so again."""


class PreviewScreen(CorrectingPanes):
    """Nothing is stored before yes; no leaves nothing. What was corrected last is undone first."""

    BINDINGS = [
        Binding("y", "keep", "Keep", tooltip="Store it as a deck"),
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
        self._since = monotonic()
        self._twin = ""

    def on_mount(self) -> None:
        """Reading takes a while for a long document, so it runs beside the screen."""
        self.head.left = self.say("Reading… Esc stops it.")
        self._ticking = self.set_interval(TICK, self._tick)
        self._read()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There must be something to keep, to leave out, to open."""
        now = None if self.is_typing else self._correcting
        known = {
            "keep": now is not None,
            "keep_source": self._repair() is not None,
            "texts": now is not None,
            "update": now is not None and bool(self._twin),
            "open": now is not None and (self.warnings.has_focus or self.points.has_focus),
        }
        return known[action] if action in known else super().check_action(action, parameters)

    def _tick(self) -> None:
        self.head.right = self.say("{n} s", n=int(monotonic() - self._since))

    @work(thread=True)
    def _read(self) -> None:
        worker = get_current_worker()
        try:
            draft = self._make(lambda: worker.is_cancelled)
            name = self._library.name_for(draft)
        except StudyError as error:
            if not worker.is_cancelled:
                self.app.call_from_thread(self._refuse, error)
            return
        if not worker.is_cancelled:
            self.app.call_from_thread(self._show, draft, name)

    def _refuse(self, error: StudyError) -> None:
        self.post_message(Refused(error))

    def _show(self, draft: Draft, name: str) -> None:
        self._correcting = Correcting(draft)
        self._ticking.stop()
        self.head.left = self._update or name
        if name != draft.name and not self._update:
            self._twin = draft.name
            said = self.say("You have a deck of this name; this one becomes {name}.", name=name)
            self.query_one("#counts", Line).right = said
        self._ask_for_yes()
        self.show_text(draft.document.text.split("\n"), draft.document.notes)
        self.show_outline(draft.outline, Spot(Part.HEAD, 0))
        self.points.focus()
        self.keys_changed()

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
        now = self._correcting
        if now is None:
            return
        if not now.outline.nodes:
            self.complain(message("No point is left that could be asked. u takes the last correction back."))
            return
        self._correcting = None  # a second y, pressed before this screen is gone, would keep it twice
        self.tell(message("Saving…"))
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
        self._correcting = now
        self.keys_changed()
        self.complain(error)

    def action_keep_source(self) -> None:
        """Read it again, with this repair left out."""
        now, place = self._correcting, self._repair()
        if now is not None and place is not None:
            self._read_again(now, now.corrected, (*now.draft.kept, place))

    def _repair(self) -> tuple[str, int] | None:
        """What the warning under the cursor tells of, where it is a repair that can be left out."""
        if self._correcting is None or not self.warnings.has_focus:
            return None
        warning = self.warning
        return (warning.kind, warning.line) if warning is not None and warning.kind in UNDOABLE else None

    @work(thread=True, exclusive=True)
    def _read_again(self, now: Correcting, corrected: int, kept: tuple[tuple[str, int], ...]) -> None:
        worker = get_current_worker()
        try:
            step = now.reread(now.draft.keeping(kept))
        except StudyError as error:
            if not worker.is_cancelled:
                self.app.call_from_thread(self.complain, error)
            return
        if not worker.is_cancelled:
            self.app.call_from_thread(self._reread, now, corrected, step)

    def _reread(self, now: Correcting, corrected: int, step: Step) -> None:
        if now is not self._correcting:
            return
        if now.corrected != corrected:  # something was corrected meanwhile, and is to be corrected there too
            self._read_again(now, now.corrected, step.draft.kept)
            return
        now.take(step)
        self._now(None)
        if step.dropped:
            self.tell(
                message(
                    "{n} correction has lost its place and was dropped; u brings it back.",
                    plural="{n} corrections have lost their place and were dropped; u brings them back.",
                    n=step.dropped,
                )
            )

    @work(group="dialog")
    async def action_leave(self) -> None:
        """Store nothing; what was corrected is not thrown away without a question."""
        if not self.is_current:
            return
        done = self._correcting.corrected if self._correcting is not None else 0
        ask = message(
            "Leave without keeping it? {n} correction is lost.",
            plural="Leave without keeping it? {n} corrections are lost.",
            n=done,
        )
        if done and not await self.app.push_screen_wait(ConfirmScreen(self.say, ask)):
            return
        self.workers.cancel_group(self, "default")
        self.dismiss()
