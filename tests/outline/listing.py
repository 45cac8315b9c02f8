"""An outline as lines of text, so that a test can show all of it at a glance."""

from collections.abc import Iterator

from studytui.outline.tree import Outline


def listing(outline: Outline) -> str:
    """Title, nodes indented by depth with their texts, groups, warnings: a line each."""
    return "\n".join(_lines(outline))


def _lines(outline: Outline) -> Iterator[str]:
    yield f"title: {outline.title} ({outline.script})"
    yield from (f"opening: {text}" for text in outline.opening)
    for node in outline.nodes:
        indent = "  " * (node.depth - 1)
        group = f" [{node.group}]" if node.group > 1 else ""
        yield f"{indent}{node.line}: {node.marker} {node.text} = {node.ordinal}{group}"
        yield from (f"{indent}   | {text}" for text in node.body)
        yield from (f"{indent}   gap after {gap.after}, {gap.chars} characters" for gap in node.gaps)
        yield from (f"{indent}   > {text}" for text in node.tail)
    for about in outline.groups:
        yield f"group {about.group} of {about.parent}: {about.name} / {about.lead}"
        yield from (f"   > {text}" for text in about.tail)
    yield from (f"closing: {text}" for text in outline.closing)
    for warning in outline.warnings:
        figures = f"{warning.chars or ''} {warning.total or ''} {warning.shown or ''} {warning.count or ''}".split()
        yield " ".join((f"! {warning.kind} {warning.line}-{warning.to}", *figures))
