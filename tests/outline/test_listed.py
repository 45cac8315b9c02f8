"""Points that only the contents list has say so."""

from studytui.outline.parse import parse

TEXT = """目录
一、加强领导
（一）建立机制
（二）压实责任
二、健全组织
三、改进作风

一、加强领导
（一）建立机制
今年以来，我们建立了例会制度。
三、改进作风
大家都要到一线去。
"""


def test_what_the_body_leaves_out_is_known_from_the_contents_list_only() -> None:
    """The entries without a heading of their own are named; those that come again are not."""
    outline = parse(TEXT)

    assert [outline.nodes[at].text for at in outline.listed] == ["压实责任", "健全组织"]


def test_where_there_is_nothing_but_a_contents_list_one_warning_tells_it() -> None:
    """No single point says so then."""
    outline = parse(TEXT[: TEXT.index("\n\n")])

    assert outline.listed == ()
    assert [warning.kind for warning in outline.warnings] == ["outline_only"]
