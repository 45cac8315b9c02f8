"""A document corrected before it becomes a deck: one step after the other, each of which can be taken back."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Final

from studytui.outline.edit.edited import Edited
from studytui.outline.edit.flow import PARAGRAPHS, Part, Spot, pieces
from studytui.outline.edit.joining import merge, split, split_paragraph
from studytui.outline.edit.levels import demote, promote
from studytui.outline.edit.placing import delete, move_down, move_up
from studytui.outline.edit.recast import make_heading, make_text
from studytui.outline.edit.renumber import renumbered
from studytui.outline.edit.words import rename
from studytui.outline.tree import Outline
from studytui.study.bring import Draft

SIMPLE: Final[dict[str, Callable[[Outline, int], Edited | None]]] = {
    "promote": promote,
    "demote": demote,
    "merge": merge,
    "up": move_up,
    "down": move_down,
    "text": make_text,
    "delete": delete,
}
"""The corrections of a heading that need to know no more than which one."""


@dataclass(frozen=True, slots=True)
class Correction:
    """What a person corrects.

    Attributes:
        kind: One of `SIMPLE`, ``rename``, ``split``, or for a paragraph ``heading`` or ``split``.
        spot: The heading or paragraph.
        text: The new words.
        at: The character before which is split.
        line: Line of the source of a paragraph that becomes a heading.
    """

    kind: str
    spot: Spot
    text: str = ""
    at: int = 0
    line: int = 0

    def done(self, outline: Outline) -> Edited | None:
        """The corrected outline, its numbers as they were; None where that cannot be done there."""
        if self.spot.part is not Part.HEAD:
            if self.kind == "heading":
                return make_heading(outline, self.spot, self.line)
            return split_paragraph(outline, self.spot, self.at) if self.kind == "split" else None
        if self.kind == "rename":
            return rename(outline, self.spot.of, self.text)
        if self.kind == "split":
            return split(outline, self.spot.of, self.at)
        return SIMPLE[self.kind](outline, self.spot.of) if self.kind in SIMPLE else None


@dataclass(frozen=True, slots=True)
class Step:
    """A document after something was corrected or a repair left out.

    Attributes:
        draft: The document as it is understood now.
        spot: The heading or paragraph to look at; None where that is nothing new.
        origins: For each node its index before; empty where it was read anew.
        correction: What was corrected; None where a repair was left out, and at the beginning.
        other: The same with its numbers as the author wrote them, or the other way round; None where that is the same.
        counted: Whether the numbers count on.
        dropped: How many corrections could not be made again after a repair was left out.
    """

    draft: Draft
    spot: Spot | None = None
    origins: tuple[int | None, ...] = ()
    correction: Correction | None = None
    other: Outline | None = None
    counted: bool = True
    dropped: int = 0


class Correcting:
    """A document and what was corrected in it.

    Args:
        draft: The document as it was understood.
    """

    def __init__(self, draft: Draft) -> None:
        self._steps: list[Step] = [Step(draft)]

    @property
    def now(self) -> Step:
        """The last step."""
        return self._steps[-1]

    @property
    def draft(self) -> Draft:
        """The document as it is now."""
        return self.now.draft

    @property
    def outline(self) -> Outline:
        """The outline as it is now."""
        return self.now.draft.outline

    @property
    def corrected(self) -> int:
        """How many steps can be taken back."""
        return len(self._steps) - 1

    def correct(self, correction: Correction) -> bool:
        """Correct something; False where it cannot be done there."""
        step = _after(self.draft, correction)
        if step is not None:
            self._steps.append(step)
        return step is not None

    def undo(self) -> bool:
        """Take the last correction or repair back; False where there is none."""
        if len(self._steps) == 1:
            return False
        self._steps.pop()
        return True

    def swap_numbers(self) -> bool:
        """Give the last correction the numbers as they were, or count them on again; False where nothing changes."""
        step = self.now
        if step.other is None:
            return False
        draft = replace(step.draft, outline=step.other)
        self._steps[-1] = replace(step, draft=draft, other=step.draft.outline, counted=not step.counted)
        return True

    def reread(self, draft: Draft) -> Step:
        """The step that a document leads to which was read anew with a repair left out: all is corrected as it was.

        It may take long, and nothing changes before `take`.
        """
        made, dropped = draft, 0
        for before, step in zip(self._steps, self._steps[1:], strict=False):
            if step.correction is None:
                continue
            spot = _found(step.correction.spot, before.draft.outline, made.outline)
            again = _after(made, replace(step.correction, spot=spot), counted=step.counted) if spot else None
            dropped += again is None
            if again is not None:
                made = again.draft
        return Step(made, dropped=dropped)

    def take(self, step: Step) -> None:
        """Go on from a step."""
        self._steps.append(step)


def _after(draft: Draft, correction: Correction, *, counted: bool = True) -> Step | None:
    made = correction.done(draft.outline)
    if made is None:
        return None
    other = renumbered(draft.outline, made).outline
    same = other.nodes == made.outline.nodes
    now, then = (other, made.outline) if counted else (made.outline, other)
    return Step(replace(draft, outline=now), made.spot, made.origins, correction, None if same else then, counted)


def _found(spot: Spot, before: Outline, now: Outline) -> Spot | None:
    """Where something stands in another reading of the same document: by the line of the source and its words."""
    if spot.part is Part.HEAD:
        old = before.nodes[spot.of]
        same = [i for i, node in enumerate(now.nodes) if node.line == old.line and node.text == old.text]
        return Spot(Part.HEAD, min(same, key=lambda i: abs(i - spot.of))) if same else None
    text = next(piece.text for piece in pieces(before) if piece.spot == spot)
    return _nearest(spot, (p.spot for p in pieces(now) if p.part in PARAGRAPHS and p.text == text and p.spot))


def _nearest(spot: Spot, spots: Iterable[Spot]) -> Spot | None:
    return min(spots, key=lambda other: (other.part != spot.part, abs(other.of - spot.of)), default=None)
