"""An outline in the other script, and as plain values."""

import json

from studytui.outline.asdict import as_json
from studytui.outline.convert import converted
from studytui.outline.parse import parse

TEXT = "在座談會上的講話\n同志們：\n一、後來的發展\n一是學習。天天學習。\n以上各點很重要。\n二、今後的打算\n谢谢大家！"


def test_all_texts_change_and_nothing_else() -> None:
    """Title, points, bodies and closing are simplified; numbers, lines and depths stay."""
    outline = parse(TEXT)
    simple = converted(outline, "hans")
    assert simple.title == "在座谈会上的讲话"
    assert [node.text for node in simple.nodes] == ["后来的发展", "今后的打算"]
    assert [(node.line, node.depth, node.ordinal) for node in simple.nodes] == [(3, 1, 1), (6, 1, 2)]
    assert simple.script == "hans"
    assert simple.warnings == outline.warnings


def test_going_there_and_back_gives_the_same_outline() -> None:
    """Where no character has two counterparts, converting twice changes nothing."""
    outline = parse("关于学习的讲话\n一、为什么学习\n二、怎样学习\n（一）早上学。天天早上学。\n（二）晚上学")
    assert converted(converted(outline, "hant"), "hans") == outline


def test_plain_values_can_be_written_as_json() -> None:
    """Parents are indices, texts are lists, and a warning says only what is known."""
    made = json.loads(json.dumps(as_json(parse("提纲一\n一、甲事\n（一）乙事\n三、丙事"))))
    assert [node["parent"] for node in made["nodes"]] == [None, 0, None]
    assert made["warnings"] == [
        {"kind": "outline_only", "line": 2, "to": 4},
        {"kind": "numbering", "line": 4, "to": 4, "detail": "三、丙事"},
    ]
