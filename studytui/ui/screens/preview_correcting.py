"""An outline corrected on its panes before it is kept: one key a correction, and u takes back what was done last."""

from textual import on
from textual.binding import Binding

from studytui.cards.label import numbered
from studytui.catalogue import Catalogue
from studytui.messages import message
from studytui.outline.edit.flow import Spot
from studytui.study.correcting import Correcting, Correction
from studytui.ui.screens.preview_panes import PreviewPanes
from studytui.ui.screens.preview_rows import DEEPEST, INDENT, is_paragraph
from studytui.ui.show.text import width
from studytui.ui.widgets.in_place import InPlace

CORRECT = (
    Binding("r", "rename", "Reword", tooltip="Other words for this heading"),
    Binding("less_than_sign,shift+left", "correct('promote')", "Out", key_display="<", tooltip="One level out"),
    Binding("greater_than_sign,shift+right", "correct('demote')", "In", key_display=">", tooltip="One level in"),
    Binding("h", "recast", "Heading / text", tooltip="Make a heading text, or a paragraph a heading"),
    Binding("m", "correct('merge')", "Merge", tooltip="Merge it with the heading above"),
    Binding("s", "split", "Split", tooltip="Split it in two where the cursor is put"),
    Binding("d", "correct('delete')", "Delete", tooltip="Delete it with all that is under it"),
    Binding("u", "undo", "Undo", tooltip="Take the last correction back, or repair after all"),
    Binding("K,shift+up", "correct('up')", "Up", tooltip="Move it up among its siblings"),
    Binding("J,shift+down", "correct('down')", "Down", tooltip="Move it down among its siblings"),
    Binding("equals_sign", "numbers", "Old numbers", key_display="=", tooltip="Keep the numbers as they were, or not"),
)


class CorrectedPanes(PreviewPanes):
    """Corrects what the cursor of the tree is on.

    Attributes:
        correcting: What is corrected; None before it is read, and while it is read again or saved.
    """

    def __init__(self, say: Catalogue) -> None:
        super().__init__(say)
        self.correcting: Correcting | None = None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There must be something to correct, or to take back."""
        now, row = self.correcting, self.row if self.is_mounted else None
        on_tree = now is not None and row is not None and not self.warnings.has_focus and not self.source.has_focus
        heading = on_tree and row is not None and row.piece.node is not None
        if action == "correct":
            return heading and self._can(str(parameters[0]).strip("'"))
        if action in ("recast", "split"):
            return heading or (on_tree and row is not None and is_paragraph(row))
        known = {
            "rename": heading,
            "undo": now is not None and now.corrected > 0,
            "numbers": now is not None and now.now.other is not None,
            "texts": now is not None,
            "open": on_tree or (now is not None and self.warnings.has_focus),
        }
        return known[action] if action in known else super().check_action(action, parameters)

    def _can(self, kind: str) -> bool:
        """Whether a heading can be corrected so where it stands, as far as that is quickly told."""
        row = self.row
        if row is None:
            return False
        nodes, i = self._outline.nodes, row.owner
        if kind == "promote":
            return nodes[i].depth > 1
        if kind in ("demote", "up"):
            return i > 0 and nodes[i - 1].depth >= nodes[i].depth
        return kind != "merge" or i > 0

    def show_now(self, spot: Spot | None) -> None:
        """Show the outline as it is now, the cursor on what stands at a spot, else where it was."""
        if self.correcting is not None:
            self.show_outline(self.correcting.outline, spot)
            self.keys_changed()

    def action_correct(self, kind: str) -> None:
        """Correct the heading under the cursor."""
        row = self.row
        if row is not None:
            self._correct(Correction(kind, row.spot))

    def action_recast(self) -> None:
        """Make the heading text, or the paragraph a heading."""
        row = self.row
        if row is not None:
            kind = "text" if row.piece.node is not None else "heading"
            self._correct(Correction(kind, row.spot, line=self.line_of(row)))

    def _correct(self, correction: Correction) -> None:
        if self.correcting is None:
            return
        if not self.correcting.correct(correction):
            self.tell(message("That cannot be done here."))
            return
        self.renumber_opened(self.correcting.now.origins)
        self.show_now(self.correcting.now.spot)

    def action_rename(self) -> None:
        """Type other words where the old ones stand."""
        self._ask("rename")

    def action_split(self) -> None:
        """Put the cursor where it is to be split."""
        self._ask("split")
        self.tell(message("Put the cursor where the second half begins, then Enter."))

    def _ask(self, purpose: str) -> None:
        row, tree = self.row, self.points
        if row is None:
            return
        marker = row.piece.node.marker if row.piece.node is not None else ""
        before = INDENT * min(max(row.piece.depth - 1, 0), DEEPEST)
        before += width(numbered(marker, "-")) - 1 if row.piece.node is not None else 3
        region = tree.scrollable_content_region
        place = (1 + min(before, region.width // 2), tree.cursor - tree.scroll_offset.y)
        self.query_one(InPlace).ask(purpose, row.piece.text, place, region.width - place[0] + 1)

    @on(InPlace.Given)
    def _given(self, event: InPlace.Given) -> None:
        row = self.row
        if row is not None and not (event.purpose == "rename" and event.text == row.piece.text):
            self._correct(Correction(event.purpose, row.spot, event.text, event.at))

    @on(InPlace.Left)
    def _left(self) -> None:
        self.points.focus()

    def action_numbers(self) -> None:
        """Numbers as they were before the last correction, or counted on."""
        now, row = self.correcting, self.row
        if now is not None and now.swap_numbers():
            self.show_now(row.spot if row is not None else None)
            counted = now.now.counted
            self.tell(message("The numbers count on.") if counted else message("The numbers are as they were."))

    def action_undo(self) -> None:
        """Take back what was corrected or left out last."""
        now = self.correcting
        if now is None or not now.corrected:
            return
        undone = now.now
        now.undo()
        self.renumber_opened(undone.origins, back=True)
        self.show_now(undone.correction.spot if undone.correction is not None else None)
