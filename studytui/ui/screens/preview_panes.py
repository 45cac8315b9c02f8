"""The source and the tree of a document side by side, moving together, with the warnings under them."""

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.containers import Container
from textual.content import Content

from studytui.catalogue import Catalogue
from studytui.messages import Message
from studytui.outline.edit.flow import Part, Spot
from studytui.outline.tree import Outline, OutlineWarning
from studytui.study.told import told
from studytui.ui.screens.frame import Frame
from studytui.ui.screens.preview_rows import Drawing, Row, is_paragraph, row_of, rows
from studytui.ui.show.text import fit, plain
from studytui.ui.widgets.in_place import InPlace
from studytui.ui.widgets.line import Line
from studytui.ui.widgets.sheet import Sheet
from studytui.ui.widgets.source import Source

WIDE = 110
"""From so many columns on the two stand side by side."""
LOW = 20
"""Below so many rows the source has less room."""
FAR = 400
"""A paragraph is looked for within so many lines of the source behind its heading."""
FIRST = 10
"""So many of its characters are looked for."""


class PreviewPanes(Frame):
    """Shows an outline beside the text that it was made from; the cursor of one moves the other."""

    def __init__(self, say: Catalogue) -> None:
        super().__init__(say)
        self._outline = Outline()
        self._lines: Sequence[str] = ()
        self._notes: Sequence[Message] = ()
        self._rows: list[Row] = []
        self._opened: set[int] = set()
        self._all = False
        self._led = -1  # a row that the source led to, which shall not lead the source in turn

    def body(self) -> ComposeResult:
        """Tree and source, then warnings."""
        yield Line(id="counts", classes="faint")
        with Container(id="panes"):
            with Container(id="tree-pane"):
                yield Sheet(id="tree")
                yield InPlace()
            yield Source(id="source")
        yield Sheet(id="warnings")

    @property
    def points(self) -> Sheet:
        """The tree."""
        return self.query_one("#tree", Sheet)

    @property
    def source(self) -> Source:
        """The text."""
        return self.query_one("#source", Source)

    @property
    def warnings(self) -> Sheet:
        """The warnings."""
        return self.query_one("#warnings", Sheet)

    @property
    def row(self) -> Row | None:
        """The row of the tree that the cursor is on."""
        return self._rows[self.points.cursor] if self.points.cursor < len(self._rows) else None

    @property
    def warning(self) -> OutlineWarning | None:
        """The warning that the cursor is on."""
        known, at = self._outline.warnings, self.warnings.cursor - len(self._notes)
        return known[at] if 0 <= at < len(known) else None

    def on_resize(self) -> None:
        """Side by side where there is room, else one below the other."""
        super().on_resize()
        self.set_class(self.app.size.width >= WIDE, "wide")
        self.set_class(self.app.size.height < LOW, "low")

    def show_text(self, lines: Sequence[str], notes: Sequence[Message]) -> None:
        """Show a source, and above its warnings what is to be known of how it was read."""
        self._lines, self._notes = lines, notes
        self.source.show(lines)

    def show_outline(self, outline: Outline, spot: Spot | None = None) -> None:
        """Show an outline, the cursor on what stands at a spot, else where it was."""
        self._outline = outline
        if spot is not None and spot.part is not Part.HEAD:
            self._opened.add(spot.of)
        self._show_rows(spot)
        n = len(self._notes) + len(outline.warnings)
        self.warnings.display = n > 0
        self.warnings.show(n, self._draw_warning)
        self._count()

    def renumber_opened(self, origins: Sequence[int | None], *, back: bool = False) -> None:
        """Keep open what is open, given for each node its index before; or, going back, the other way round."""
        if back:
            moved = {origin for i, origin in enumerate(origins) if i in self._opened and origin is not None}
        else:
            moved = {i for i, origin in enumerate(origins) if origin in self._opened}
        self._opened = moved | (self._opened & {-1})

    def _show_rows(self, spot: Spot | None) -> None:
        opened = {-1, *range(len(self._outline.nodes))} if self._all else self._opened
        self._rows = rows(self._outline, opened)
        lines = {line for told_ in self._outline.warnings for line in (told_.line, told_.to)} - {0}
        drawing = Drawing(self._outline, lines, self.say)
        at = None if spot is None else row_of(self._rows, spot)
        shown = self._rows
        self.points.show(len(shown), lambda row, cells: drawing.row(shown[row], cells), at)

    def _draw_warning(self, row: int, cells: int) -> Content:
        n = len(self._notes)
        said = self._notes[row] if row < n else told(self._outline.warnings[row - n])
        return plain(fit(self.say.say(said), cells), "$warning")

    def _count(self) -> None:
        outline = self._outline
        n = sum(len(node.body) + len(node.tail) for node in outline.nodes)
        n += len(outline.opening) + len(outline.closing) + sum(len(group.tail) for group in outline.groups)
        warned = self.say("{n} warning", plural="{n} warnings", n=len(outline.warnings))
        self.query_one("#counts", Line).left = "   ".join(
            (
                self.say("{n} node", plural="{n} nodes", n=len(outline.nodes)),
                self.say("{n} paragraph of text", plural="{n} paragraphs of text", n=n),
                warned if outline.warnings else self.say("No warnings."),
            )
        )

    def action_open(self) -> None:
        """Show the paragraphs under the heading, or hide them."""
        row = self.row
        if row is None or not self.points.has_focus:
            return
        self._all = False
        self._opened ^= {row.owner}
        self._show_rows(row.spot)

    def action_texts(self) -> None:
        """Show all paragraphs, or hide them."""
        row = self.row
        self._all = not self._all
        self._opened = set()
        self._show_rows(row.spot if row is not None else None)

    def action_next_pane(self) -> None:
        """From the tree to the warnings, to the source, and back."""
        panes = [pane for pane in (self.points, self.warnings, self.source) if pane.display]
        at = next((at for at, pane in enumerate(panes) if pane.has_focus), -1)
        panes[(at + 1) % len(panes)].focus()

    def on_descendant_focus(self) -> None:
        """Which keys there are depends on which of the panes has them."""
        self.keys_changed()

    @on(Sheet.Chosen, "#tree")
    def _open(self) -> None:
        self.action_open()

    @on(Sheet.Moved, "#tree")
    def _follow_tree(self) -> None:
        row = self.row
        led, self._led = self._led, -1
        if row is not None and led != self.points.cursor:
            self.source.look_at(self.line_of(row), _words(row))
        self.keys_changed()

    @on(Source.Moved)
    def _follow_source(self, event: Source.Moved) -> None:
        self._go_to_line(event.line)

    @on(Sheet.Moved, "#warnings")
    def _follow_warning(self) -> None:
        if self.warnings.has_focus:
            self._show_warning()
        self.keys_changed()

    @on(Sheet.Chosen, "#warnings")
    def _go_to_warning(self) -> None:
        self._show_warning()
        self.points.focus()

    def _show_warning(self) -> None:
        warning = self.warning
        if warning is not None and warning.line:
            self.source.look_at(warning.line, warning.detail)
            self._go_to_line(warning.line)

    def _go_to_line(self, line: int) -> None:
        """The cursor of the tree on the last heading that stands on a line or above it."""
        above = [
            (row.piece.node.line, -at)
            for at, row in enumerate(self._rows)
            if row.piece.node is not None and row.piece.node.line <= line
        ]
        if above and (at := -max(above)[1]) != self.points.cursor:
            self._led = at
            self.points.cursor = at

    def line_of(self, row: Row) -> int:
        """The line of the source that something stands on; that of its heading where it is not found."""
        if row.piece.node is not None:
            return row.piece.node.line
        start = self._outline.nodes[row.owner].line if row.owner >= 0 else 1
        if not is_paragraph(row):
            return start
        if row.piece.part is Part.CLOSING:
            start = max(1, len(self._lines) - FAR)
        words = row.piece.text[:FIRST]
        near = range(max(start, 1), min(start + FAR, len(self._lines) + 1))
        return next((line for line in near if words in self._lines[line - 1]), start)


def _words(row: Row) -> str:
    """What of a row is marked in the source."""
    return row.piece.text if row.piece.node is not None or is_paragraph(row) else ""
