"""Warnings as sentences."""

from studytui.messages import Message, message
from studytui.outline.tree import OutlineWarning
from studytui.study.told import told


def test_a_restored_place_is_told_in_both_its_forms() -> None:
    """So that a person can check it; one without an answer is only shown."""
    restored = told(OutlineWarning("garbled", 31, 31, detail="要?jiǎng)?wù)", restored="要務"))
    marked = told(OutlineWarning("garbled", 31, 31, detail="要?jiǎng)"))
    what = restored.arguments["what"]
    assert isinstance(what, Message)
    assert what.arguments == {"detail": "要?jiǎng)?wù)", "restored": "要務"}
    assert marked.arguments["what"] == message("garbled, to be checked: {detail}", detail="要?jiǎng)")
