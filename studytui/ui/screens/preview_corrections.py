"""The tree of a document corrected in place, one key a correction; what was corrected last is undone first."""

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
    Binding("r", "rename", "Words", tooltip="Other words for this heading"),
    Binding("less_than_sign,shift+left", "correct('promote')", "Out", key_display="<", tooltip="One level out"),
    Binding("greater_than_sign,shift+right", "correct('demote')", "In", key_display=">", tooltip="One level in"),
    Binding("h", "recast", "Swap", tooltip="Make a heading text, or a paragraph a heading"),
    Binding("m", "correct('merge')", "Join", tooltip="Merge it with the heading above"),
    Binding("s", "split", "Cut", tooltip="Split it in two where the cursor is put"),
    Binding("u", "undo", "Undo", tooltip="Take the last correction back, or repair after all"),
    Binding("d", "correct('delete')", "Del", tooltip="Delete it with all that is under it"),
    Binding("K,shift+up", "correct('up')", "Up", tooltip="Move it up among its siblings"),
    Binding("J,shift+down", "correct('down')", "Down", tooltip="Move it down among its siblings"),
    Binding("equals_sign", "numbers", "Old numbers", key_display="=", tooltip="Keep the numbers as they were, or not"),
    Binding("enter", "give", "Take it", tooltip="Take what was typed"),
    Binding("escape", "unask", "Back", tooltip="Leave the words as they were"),
)
"""Some act on headings, some on paragraphs too; those that cannot be used on a row are not shown there."""

TYPING = ("give", "unask")


class CorrectingPanes(PreviewPanes):
    """An outline beside its source, which can be corrected as soon as it is there."""

    def __init__(self, say: Catalogue) -> None:
        super().__init__(say)
        self._correcting: Correcting | None = None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The row under the cursor must allow it, and there must be something to take back."""
        if self.is_typing or action in TYPING:
            return self.is_typing and action in TYPING
        now, row = self._correcting, self.row if self.is_mounted else None
        on_tree = now is not None and row is not None and self.points.has_focus
        heading = on_tree and row is not None and row.piece.node is not None
        if action == "correct":
            return heading and self._can(str(parameters[0]).strip("'"))
        known = {
            "rename": heading,
            "recast": heading or (on_tree and row is not None and is_paragraph(row)),
            "split": heading or (on_tree and row is not None and is_paragraph(row)),
            "undo": now is not None and now.corrected > 0,
            "numbers": now is not None and now.now.other is not None,
        }
        return known[action] if action in known else super().check_action(action, parameters)

    @property
    def is_typing(self) -> bool:
        """Whether words are being typed, so that no letter is a command."""
        return any(line.display for line in self.query(InPlace))

    def action_give(self) -> None:
        """Take what was typed; the line itself takes the key before this."""

    def action_unask(self) -> None:
        """Leave the words as they were; the line itself takes the key before this."""

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

    def _now(self, spot: Spot | None) -> None:
        if self._correcting is not None:
            self.show_outline(self._correcting.outline, spot)
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
        if self._correcting is None:
            return
        if not self._correcting.correct(correction):
            self.tell(message("That cannot be done here."))
            return
        self.renumber_opened(self._correcting.now.origins)
        self._now(self._correcting.now.spot)

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
        if self._correcting is not None and self._correcting.swap_numbers():
            row = self.row
            self._now(row.spot if row is not None else None)
            counted = self._correcting.now.counted
            self.tell(message("The numbers count on.") if counted else message("The numbers are as they were."))

    def action_undo(self) -> None:
        """Take back what was corrected or left out last."""
        now = self._correcting
        if now is None or not now.corrected:
            return
        undone = now.now
        now.undo()
        self.renumber_opened(undone.origins, back=True)
        self._now(undone.correction.spot if undone.correction is not None else None)
