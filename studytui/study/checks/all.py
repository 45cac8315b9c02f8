"""All checks, in the order in which they are made: what a later one relies on is mended before."""

from collections.abc import Iterator
from dataclasses import dataclass

from studytui.errors import StudyError
from studytui.messages import Message
from studytui.study.checks.backups import backups
from studytui.study.checks.decks import decks
from studytui.study.checks.elsewhere import saved_elsewhere
from studytui.study.checks.finding import Check, Finding, Ground
from studytui.study.checks.journals import journals
from studytui.study.checks.places import places
from studytui.study.checks.states import states

CHECKS: tuple[Check, ...] = (places, backups, states, journals, saved_elsewhere, decks)


@dataclass(frozen=True, slots=True)
class Checked:
    """A finding, and what became of it.

    Attributes:
        finding: What was found.
        mended: How it was mended; None where it was not.
        failed: Why it could not be mended, where that was tried.
    """

    finding: Finding
    mended: Message | None = None
    failed: Message | None = None

    @property
    def wrong(self) -> bool:
        """Whether a promise is still broken."""
        return self.finding.wrong and self.mended is None


def checked(ground: Ground, *, repair: bool) -> Iterator[Checked]:
    """Make all checks, and mend what they find where that is wished."""
    for check in CHECKS:
        done: dict[tuple[object, ...], Message] = {}
        for finding in list(check(ground)):
            if not repair or finding.mend is None:
                yield Checked(finding)
                continue
            # Several lines of one file are mended at once.
            same = (finding.kind, finding.path)
            try:
                done[same] = done[same] if same in done else finding.mend()
            except StudyError as error:
                yield Checked(finding, failed=error.message)
            else:
                yield Checked(finding, done[same])
