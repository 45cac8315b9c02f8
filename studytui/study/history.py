"""What happened to one deck: its journals read, its state kept beside them, its new units written."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from studytui.errors import StudyError
from studytui.memory.order import in_order
from studytui.memory.reached import Reached
from studytui.memory.replay import Progress, bring_in
from studytui.memory.unit import Event, Unit, undo
from studytui.messages import Message
from studytui.settings import Settings
from studytui.storage import state
from studytui.storage.device import unit_id
from studytui.storage.files import Files
from studytui.storage.journal import Journal
from studytui.storage.reading import Reading
from studytui.storage.state import Row
from studytui.study.day import Clock, When, when
from studytui.study.journals import Journals, damage_in, units_in
from studytui.study.progress import as_state, brought_up, from_state, numbers, replayed


class History:
    """What happened to one deck.

    Args:
        deck: The deck's id.
        reviews: The folder of its journals.
        kept: The file of its state.
        journal: Where this device writes; None where nothing is to be written.
        files: The door to the disk.
        clock: Tells the moment.
        settings: What due dates depend on.

    Attributes:
        progress: What its journals add up to.
        notes: What a person should know about the journals: torn ends, damaged lines.
        settings: As given.
    """

    def __init__(
        self,
        deck: str,
        reviews: Path,
        kept: Path,
        journal: Journal | None,
        files: Files,
        clock: Clock,
        settings: Settings,
    ) -> None:
        self.settings = settings
        self.notes: tuple[Message, ...] = ()
        self._deck, self._kept, self._files, self._clock = deck, kept, files, clock
        self._journal, self._journals = journal, Journals(reviews, files)
        self._ends: dict[str, int] = {}
        self._own: list[str] = []
        self._meta: Row = {}
        self._fresh = False
        self._unsaved: list[str] = []
        self.progress, self._reached = Progress(), Reached()
        self._open()

    def when(self) -> When:
        """The moment."""
        return when(self._clock())

    def append(self, events: Sequence[Event], moment: When | None = None) -> str:
        """Write what happened at once as one unit and bring it in; gives the unit's id.

        Args:
            events: What happened.
            moment: When it happened; now where that is not given.

        Raises:
            StudyError: It could not be written; nothing has changed.
        """
        if self._journal is None:
            raise StudyError("This library is open for reading only, so nothing can be answered.")
        at, day = moment or self.when()
        device = self._journal.device
        unit = Unit(unit_id(), self._reached.seqs.get(device, 0) + 1, at, day.isoformat(), tuple(events), device)
        # What takes something back, or comes before something already brought in, needs a replay of all; what that
        # reads is read first, so that a unit is never written and then said to have failed.
        place = self._reached.place(unit)
        before = self._journals.read({}) if place is None else {}
        try:
            self._journal.append(unit)
        except StudyError:
            # What the disk holds now is looked at before the next unit, so that the person can simply try again.
            self._journal.reopen()
            self._unsaved.append(unit.id)
            raise
        if place is None:
            self._begin(before, [unit])
        else:
            bring_in(self.progress, (unit,), self.settings.retention)
            self._reached.advance(place)
        self._fresh, self._unsaved = False, []
        self._own.append(unit.id)
        return unit.id

    def note(self, events: Sequence[Event]) -> None:
        """Bring in what was seen: written where this library is open to be written, else in memory only.

        Raises:
            StudyError: It could not be written; nothing has changed.
        """
        if self._journal is not None:
            self.append(events)
            return
        at, day = self.when()
        unit = Unit("", 0, at, day.isoformat(), tuple(events))
        bring_in(self.progress, (unit,), self.settings.retention)

    def units(self) -> list[Unit]:
        """All units, as the journals have them now, in the order of replay, those that were taken back included.

        What is brought in stays as it is; what is damaged meanwhile is among the notes.
        """
        readings = self._journals.read({})
        self.notes = damage_in(readings.values())
        return in_order(self._saved(readings))

    def save(self, live: Mapping[str, str], meta: Row) -> None:
        """Write the state file, where anything has changed.

        Args:
            live: The cards that the deck has, with their kinds.
            meta: What the list of decks shows of it.

        Raises:
            StudyError: It could not be written; the journals have it all.
        """
        if self._journal is None:
            return
        if self._unsaved:  # or what the next start reads in the journal would count, and the state say otherwise
            self._journal.tidy()
            self._unsaved = []
        own = {**meta, "deck": self._deck, "retention": self.settings.retention}
        if self._journals.elsewhere or (self._fresh and self._meta == own):
            return
        self._catch_up(self._journal.device)
        rows = as_state(self.progress, self._reached, live, {**own, "ends": self._ends})
        state.save(self._kept, self._files, rows)
        self._meta, self._fresh = own, True

    def write_elsewhere(self, journal: Journal) -> None:
        """Write into another journal from now on, in another folder; the state file stays as it is.

        A unit of which the person was told that it is not saved may stand on the failed disk all the same, where it
        could not be cut off: it is taken back, so that it does not count beside the answer that is given once more.

        Raises:
            StudyError: That could not be written; what happens goes on being written where it was.
        """
        before, reached = self._journal, self._reached.copy()
        self._journal = journal
        self._journals.add(journal)
        try:
            self._begin_elsewhere(journal)
        except StudyError:
            self._journal, self._reached = before, reached
            self._journals.leave(journal)
            raise
        if before is not None:  # not sooner: it knows where what was saved ends
            before.close()

    def _begin_elsewhere(self, journal: Journal) -> None:
        if self._files.exists(journal.path):
            self._replay()
        else:
            # Known to be new, and as late as anything so far whatever the clock says, so that its first unit needs no
            # replay, for which the failing disk would have to be read. The next start puts all in order.
            self._reached.latest[journal.device] = self._reached.top[0] + 1
        if self._unsaved:
            self._reached.awaited |= {*self._unsaved}
            self.append([undo(id_) for id_ in self._unsaved])

    def behind(self) -> bool:
        """Whether the journals are not as long as they were when they were read."""
        return self._journals.have_grown(self._ends)

    def close(self) -> None:
        """Let go of the journal."""
        if self._journal is not None:
            self._journal.close()

    def keep_in(self, kept: Path) -> None:
        """Keep the state in another file from now on."""
        self._kept, self._fresh = kept, False

    def _catch_up(self, device: str) -> None:
        """Count this device's journal as read up to its end, where it holds what was written from here, no more."""
        reading = self._journals.read_one(device, self._ends.get(device, 0))
        if not reading.fits or [unit.id for unit in reading.units] != self._own:
            self._replay()
        elif reading.end:
            self._ends[device], self._own = reading.end, []

    def _open(self) -> None:
        """Begin from the state file and bring it up to date; where it does not fit the journals, from nothing."""
        kept = state.load(self._kept, self._files)
        if kept is None or not self._take(kept):
            self._replay()
            return
        readings = self._journals.read(self._ends)
        complete = set(self._ends) <= set(readings) and all(reading.fits for reading in readings.values())
        new, own = units_in(readings.values()), self._journal.device if self._journal is not None else ""
        ahead = brought_up(self.progress, self._reached, new, self.settings.retention, own) if complete else None
        if ahead is None:
            self._replay()
            return
        self._reached = ahead
        self._fresh = self._fresh and not new
        self._note(readings)

    def _take(self, kept: state.State) -> bool:
        """Begin from a state; False where it is another deck's, or is not as this version writes it."""
        meta = dict(kept.meta)
        try:
            self.progress, self._reached = from_state(kept)
            self._ends = numbers(meta.pop("ends"))
        except (LookupError, TypeError, ValueError):
            return False
        self._meta = {
            key: value for key, value in meta.items() if key not in ("latest", "seqs", "top", "awaited", "version")
        }
        self._fresh = True
        return (meta.get("deck"), meta.get("retention")) == (self._deck, self.settings.retention)

    def _replay(self) -> None:
        self._begin(self._journals.read({}))
        self._fresh = False

    def _begin(self, readings: Mapping[str, Reading], more: Sequence[Unit] = ()) -> None:
        """Begin from nothing: with all that was read, and what was written since."""
        self.progress, self._reached = replayed([*self._saved(readings), *more], self.settings.retention)
        self._ends, self._own = {}, []
        self._note(readings)

    def _note(self, readings: Mapping[str, Reading]) -> None:
        self._ends.update({device: reading.end for device, reading in readings.items()})
        self.notes = damage_in(readings.values())

    def _saved(self, readings: Mapping[str, Reading]) -> list[Unit]:
        """What was read, but for what was said not to be saved: where such a unit stands, it is about to be cut off."""
        units = units_in(readings.values())
        return [unit for unit in units if unit.id not in self._unsaved] if self._unsaved else units
