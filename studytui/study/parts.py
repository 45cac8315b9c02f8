"""The cards of an outline and its parts: of a node, of all under it, of a run of siblings."""

from bisect import bisect_left
from collections.abc import Collection, Sequence

from studytui.cards.card import Card, Kind, cards
from studytui.outline.tree import Outline


class Parts:
    """The cards of an outline.

    Args:
        outline: The outline.
        keys: The key of each node.
        passages: Keys of the nodes whose text is to be said word for word.

    Attributes:
        cards: All cards, run by run.
    """

    def __init__(self, outline: Outline, keys: Sequence[str], passages: Collection[str] = ()) -> None:
        self._outline = outline
        self.cards: tuple[Card, ...] = cards(outline, keys, passages)
        self._nodes = {key: i for i, key in enumerate(keys)}
        self._of: dict[int, list[Card]] = {}
        for card in self.cards:
            if card.node is not None and card.kind is not Kind.LIST:
                self._of.setdefault(card.node, []).append(card)
        self._by_id: dict[str, Card] = {}
        self._members = {(home, group): members for home, group, members in outline.runs()}
        self._begins = [self._members[card.home, card.group][0] for card in self.cards]

    def members(self, home: int | None, group: int) -> tuple[int, ...]:
        """The nodes of a run of siblings."""
        return self._members[home, group]

    def node(self, key: str) -> int | None:
        """The node that carries a key; None where it is gone."""
        return self._nodes.get(key)

    def card(self, id_: str) -> Card:
        """The card with an id, which must be there."""
        if not self._by_id:
            self._by_id = {card.id: card for card in self.cards}
        return self._by_id[id_]

    def cards_of(self, node: int) -> Sequence[Card]:
        """The point, place and link cards that begin at a node."""
        return self._of.get(node, ())

    def part(self, node: int | None) -> tuple[Card, ...]:
        """The cards of all that is under a node, of the node itself where nothing is; of everything for None."""
        if node is None:
            return self.cards
        below = self._outline.subtree(node)
        if not below:
            return tuple(self.cards_of(node))
        # Runs stand in the order of their first nodes, so those under one node stand together.
        first, end = (bisect_left(self._begins, place) for place in (below.start, below.stop))
        return self.cards[first:end]

    def run(self, home: int | None, group: int) -> tuple[Card, ...]:
        """The cards of a run of siblings and all that is under them."""
        inside = set(self._members[home, group])
        for node in self._members[home, group]:
            inside.update(self._outline.subtree(node))
        return tuple(
            card
            for card in self.cards
            if (card.home, card.group) == (home, group)
            or (card.home if card.kind is Kind.LIST else card.node) in inside
        )

    def siblings(self, card: Card) -> tuple[Card, ...]:
        """The cards of the node that a card begins at, itself among them; a list stands alone."""
        if card.node is None or card.kind is Kind.LIST:
            return (card,)
        return tuple(self.cards_of(card.node))
