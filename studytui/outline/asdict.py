"""The outline as plain values, in the shape that ``outline --json`` prints."""

from dataclasses import asdict

from studytui.outline.tree import Group, Node, Outline, OutlineWarning


def as_json(outline: Outline) -> dict[str, object]:
    """All of an outline as dictionaries, lists, texts and numbers."""
    listed = frozenset(outline.listed)
    return {
        "title": outline.title,
        "script": outline.script,
        "opening": list(outline.opening),
        "nodes": [
            _node(node, parent) | ({"listed": True} if at in listed else {})
            for at, (node, parent) in enumerate(zip(outline.nodes, outline.parents, strict=True))
        ],
        "groups": [_group(group) for group in outline.groups],
        "closing": list(outline.closing),
        "warnings": [_warning(warning) for warning in outline.warnings],
        "repairs": [_warning(repair) for repair in outline.repairs],
    }


def _node(node: Node, parent: int | None) -> dict[str, object]:
    made: dict[str, object] = {
        "marker": node.marker,
        "ordinal": node.ordinal,
        "text": node.text,
        "depth": node.depth,
        "parent": parent,
        "group": node.group,
        "line": node.line,
        "body": list(node.body),
        "tail": list(node.tail),
    }
    if node.gaps:
        made["after_gap"] = True
    return made


def _group(group: Group) -> dict[str, object]:
    return {
        "parent": group.parent,
        "group": group.group,
        "name": group.name,
        "lead": group.lead,
        "tail": list(group.tail),
    }


def _warning(warning: OutlineWarning) -> dict[str, object]:
    """A warning without what its source does not tell."""
    told = asdict(warning)
    return {name: value for name, value in told.items() if name == "line" or value not in (None, "", 0)}
