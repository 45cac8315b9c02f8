"""Bringing a document in, second half: how it is understood, its warnings, and yes or no."""

from collections.abc import Callable

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widgets.option_list import Option
from textual.worker import get_current_worker

from studytui.cards.label import numbered
from studytui.catalogue import Catalogue
from studytui.errors import StudyError
from studytui.outline.tree import Outline
from studytui.study.bring import Draft
from studytui.study.library import Library
from studytui.study.told import UNDOABLE, told
from studytui.ui.screens.frame import HELP, Frame
from studytui.ui.screens.study_requests import Brought, Refused
from studytui.ui.show.text import fit, plain, width
from studytui.ui.widgets.line import Line, Rule
from studytui.ui.widgets.rows import Rows

INDENT = 2
DEEPEST = 12


class PreviewScreen(Frame):
    """The tree above, the warnings below. Nothing is stored before yes; no leaves nothing."""

    BINDINGS = [
        Binding("y", "keep", "Yes, keep it", tooltip="Store it as a deck"),
        Binding("n,escape", "leave", "No", tooltip="Store nothing"),
        Binding("tab", "app.focus_next", "Tree / warnings"),
        Binding("x", "keep_source", "As in the source", tooltip="Leave what this warning tells of as it stands"),
        Binding("u", "undo", "Undo", tooltip="Repair it after all"),
        HELP,
    ]
    CSS_PATH = "preview.tcss"

    def __init__(self, say: Catalogue, library: Library, make: Callable[[Callable[[], bool]], Draft]) -> None:
        super().__init__(say)
        self._library, self._make = library, make
        self._draft: Draft | None = None

    def body(self) -> ComposeResult:
        """Tree, then warnings."""
        yield Line(id="counts", classes="faint")
        yield Rows(id="tree")
        yield Rule()
        yield Rows(id="warnings")

    def on_mount(self) -> None:
        """Reading takes a while for a long document, so it runs beside the screen."""
        self.head.left = self.say("Reading… Esc stops it.")
        self._read()

    def on_resize(self) -> None:
        """The rows take the room there is."""
        self._fill()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There must be something to keep, a repair that can be left out, one that was left out."""
        if action == "keep":
            return self._draft is not None
        if action == "keep_source":
            return self._repair() is not None
        if action == "undo":
            return self._draft is not None and bool(self._draft.kept)
        return super().check_action(action, parameters)

    def on_option_list_option_highlighted(self) -> None:
        """Which keys there are depends on where the cursor stands."""
        self.keys_changed()

    def on_descendant_focus(self) -> None:
        """And on which of the lists has it."""
        self.keys_changed()

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
        self._draft = draft
        self.head.left = name
        if name != draft.name:
            said = self.say("You have a deck of this name; this one becomes {name}.", name=name)
            self.query_one("#counts", Line).right = said
        self.head.right = self.say("Is this how it is meant?")
        self._fill()
        self.query_one("#tree", Rows).focus()
        self.keys_changed()

    def _fill(self) -> None:
        if self._draft is None:
            return
        outline, cells = self._draft.outline, max(20, self.size.width - 3)
        self.query_one("#counts", Line).left = "   ".join(
            (
                self.say("{n} node", plural="{n} nodes", n=len(outline.nodes)),
                self.say("{n} paragraph of text", plural="{n} paragraphs of text", n=_paragraphs(outline)),
                self.say("{n} warning", plural="{n} warnings", n=len(outline.warnings)),
            )
        )
        tree, warnings = self.query_one("#tree", Rows), self.query_one("#warnings", Rows)
        tree.clear_options()
        tree.add_options([Option(row) for row in _tree(outline, cells, self.say)])
        warnings.clear_options()
        warnings.add_options(
            [Option(plain(fit(self.say.say(told(w)), cells), "$warning")) for w in outline.warnings]
            or [Option(self.say("No warnings."), disabled=True)]
        )
        warnings.highlighted = 0 if outline.warnings else None

    def action_keep(self) -> None:
        """Store it."""
        if self._draft is None:
            return
        try:
            name = self._library.keep(self._draft)
        except StudyError as error:
            self.complain(error)
            return
        self._draft = None  # a second y, pressed before this screen is gone, would keep it twice
        self.post_message(Brought(name))

    def action_keep_source(self) -> None:
        """Read it again, with this repair left out."""
        if self._draft is not None and (place := self._repair()):
            self._read_again(self._draft, (*self._draft.kept, place))

    def action_undo(self) -> None:
        """Read it again, with the repair that was left out last."""
        if self._draft is not None:
            self._read_again(self._draft, self._draft.kept[:-1])

    def _repair(self) -> tuple[str, int] | None:
        """What the warning under the cursor tells of, where it is a repair that can be left out."""
        warnings = self.query_one("#warnings", Rows)
        at = warnings.highlighted
        if self._draft is None or not warnings.has_focus or at is None or at >= len(self._draft.outline.warnings):
            return None
        warning = self._draft.outline.warnings[at]
        return (warning.kind, warning.line) if warning.kind in UNDOABLE else None

    @work(thread=True, exclusive=True)
    def _read_again(self, draft: Draft, kept: tuple[tuple[str, int], ...]) -> None:
        worker = get_current_worker()
        try:
            made = draft.keeping(kept)
        except StudyError as error:
            if not worker.is_cancelled:
                self.app.call_from_thread(self.complain, error)
            return
        if not worker.is_cancelled:
            self.app.call_from_thread(self._show_again, made)

    def _show_again(self, draft: Draft) -> None:
        warnings = self.query_one("#warnings", Rows)
        at = warnings.highlighted or 0
        self._draft = draft
        self._fill()
        if draft.outline.warnings:
            warnings.highlighted = min(at, len(draft.outline.warnings) - 1)
        self.keys_changed()

    def action_leave(self) -> None:
        """Store nothing."""
        self.workers.cancel_all()
        self.dismiss()


def _tree(outline: Outline, cells: int, say: Catalogue) -> list[Content]:
    rows: list[Content] = []
    named = {(g.parent, g.group): g for g in outline.groups if g.name}
    listed = frozenset(outline.listed)
    for i, node in enumerate(outline.nodes):
        indent = " " * (INDENT * min(node.depth - 1, DEEPEST))
        group = named.pop((outline.parents[i], node.group), None)
        if group is not None:
            rows.append(plain(fit(f"{indent}| {group.name}", cells), "italic $text-muted"))
        note = "  " + say("({n} paragraph)", plural="({n} paragraphs)", n=len(node.body)) if node.body else ""
        gap = "  " + say("(text missing)") if node.gaps else ""
        gap += "  " + say("(in the contents list only)") if i in listed else ""
        text = fit(indent + numbered(node.marker, node.text), cells - width(note) - width(gap))
        style = "bold" if node.depth == 1 else ""
        rows.append(Content.assemble(plain(text, style), (note, "$text-muted"), (gap, "$warning")))
    return rows


def _paragraphs(outline: Outline) -> int:
    nodes = sum(len(node.body) + len(node.tail) for node in outline.nodes)
    return nodes + len(outline.opening) + len(outline.closing) + sum(len(group.tail) for group in outline.groups)
