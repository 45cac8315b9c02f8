"""Blank outline: the tree as far as it has grown stands there, and the next of its lists is recited into it."""

from studytui.cards.label import numbered
from studytui.drills.blank_outline import so_far
from studytui.drills.recite import Recital
from studytui.study.asking import Asked
from studytui.study.steps import Drilled
from studytui.ui.screens.pages import MARGIN
from studytui.ui.screens.reciting import ReciteScreen
from studytui.ui.widgets.page import Block, Page

INDENT = 2
DEEPEST = 8
HERE = ">"


class OutlineScreen(ReciteScreen):
    """A recital, with the tree so far in place of its heading alone."""

    def put(self, step: Drilled, asked: Asked) -> None:
        """Show the tree so far above what is asked."""
        super().put(step, asked)
        if not isinstance(asked, Recital):
            raise TypeError(asked)
        outline, card = step.deck.outline, step.card
        nodes = so_far(card, outline)
        if not nodes:
            return
        tree = []
        for node in nodes:
            one = outline.nodes[node]
            indent = max(0, MARGIN - INDENT) + INDENT * min(one.depth - 1, DEEPEST)
            here = node == card.home
            text = f"{HERE if here else ' '} {numbered(one.marker, one.text)}"
            tree.append(Block(text, indent, "bold" if here else "$text-muted"))
        page = self.query_one("#question", Page)
        name = [Block(asked.group, MARGIN, "$text-muted", space=True)] if asked.group else []
        page.blocks = [*tree, *name, page.blocks[-1]]
