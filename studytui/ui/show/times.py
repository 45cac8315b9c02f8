"""Stretches of time as a clock shows them, and as a person says them."""

from studytui.catalogue import Catalogue

MINUTE = 60
ON_TIME = 3
"""So many seconds ahead or behind are neither."""


def clock(seconds: float) -> str:
    """Minutes and seconds; only whole seconds that are over count."""
    return f"{int(seconds) // MINUTE}:{int(seconds) % MINUTE:02}"


def ahead_or_behind(behind: float, say: Catalogue) -> str:
    """How far behind a plan, or ahead of it where less than 0."""
    if abs(behind) < ON_TIME:
        return say("on time")
    told = clock(abs(behind))
    return say("{time} behind", time=told) if behind > 0 else say("{time} ahead", time=told)
