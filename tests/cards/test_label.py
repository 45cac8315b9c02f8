"""What a card is called."""

from studytui.cards.card import Kind, cards
from studytui.cards.label import label, place
from studytui.outline.tree import Node, Outline

BULLETS = Outline(
    "讲义",
    nodes=(
        Node("1.", 1, "公司概况"),
        Node("-", None, "三条产品线", 2),
        Node("*", None, "家用净水器", 3),
        Node("*", None, "商用净水设备，按人数和水质分四档", 3),
        Node("##", None, "研发", 1),
    ),
)


def _labels(outline: Outline) -> list[tuple[Kind, str]]:
    keys = tuple(f"k{at}" for at in range(len(outline.nodes)))
    found = [(card.kind, label(card, outline)) for card in cards(outline, keys)]
    return [(kind, said.id.format(**said.arguments)) for kind, said in found]


def test_what_has_no_number_is_called_by_its_text() -> None:
    """A dash says nothing; a long text is cut short."""
    assert set(_labels(BULLETS)) == {
        (Kind.POINT, "1."),
        (Kind.PLACE, "1., its place"),
        (Kind.LINK, "1. -> 研发"),
        (Kind.LINK, "1. 三条产品线 家用净水器 -> 商用净水设备，按人数…"),
        (Kind.LIST, "讲义, all points"),
        (Kind.LIST, "1. 三条产品线, all points"),
    }


def test_what_has_a_number_is_called_by_it() -> None:
    """Chinese numbers stand side by side."""
    numbered = Outline(nodes=(Node("二、", 2, "甲"), Node("三是", 3, "乙", 2), Node("1.", 1, "丙", 3)))

    assert place(numbered, 2) == "二、三是 1."
