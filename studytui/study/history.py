"""What happened to one deck: its journals read, its state kept, its new units written."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from studytui.errors import StudyError
from studytui.memory.replay import Progress, add
from studytui.memory.unit import Event, Unit
from studytui.messages import Message
from studytui.storage import state
from studytui.storage.device import new_id
from studytui.storage.files import Files
from studytui.storage.journal import Journal, Reading, read
from studytui.storage.state import Row
from studytui.study.day import Clock, milliseconds, study_day
from studytui.study.progress import Reached, as_state, brought_up, from_state, replayed


class History:
    """What happened to one deck.

    Attributes:
        progress: What its journals add up to.
        notes: What a person should know about the journals: torn ends, damaged lines.
    """
