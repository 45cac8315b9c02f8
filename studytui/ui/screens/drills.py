"""The ways to practise a part: one line each, what is asked and what it trains."""

from collections.abc import Mapping
from dataclasses import dataclass

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.message import Message as TextualMessage
from textual.widgets import OptionList
from textual.widgets.option_list import Option
from textual.worker import get_current_worker

from studytui.cards.card import Kind
from studytui.catalogue import Catalogue
from studytui.drills import timing
from studytui.drills.drill import Drill
from studytui.drills.exam import EXAM
from studytui.drills.rehearse import REHEARSE
from studytui.errors import StudyError
from studytui.messages import Message, message
from studytui.study.library import Library
from studytui.study.offering import Offer, offers
from studytui.study.plan import for_drill
from studytui.ui.screens.frame import HELP, Frame
from studytui.ui.screens.requests import ShowSettings
from studytui.ui.screens.speaking import TIMING
from studytui.ui.screens.study_requests import Examine, Rehearse, ShowDrills, Study
from studytui.ui.show.text import fit, padded, plain, width
from studytui.ui.widgets.line import Line, Rule
from studytui.ui.widgets.rows import Rows

ASKS: Mapping[str, Message] = {
    "choose": message("see a text, choose its section and number"),
    "match": message("put each text under its number"),
    "count": message("how many points has a heading?"),
    "find": message("find what does not belong there"),
    "order": message("put the shuffled points in order"),
    "cloze": message("fill in the key words"),
    "first": message("say it from its first characters"),
    "recall": message("say it, then rate yourself"),
    "next": message("this point is shown: say the next one"),
    "before": message("this point is shown: say the one before"),
    "initials": message("type the first letter of each character"),
    "type": message("type it in full, compared word for word"),
    "recite": message("say all points in order"),
    "snowball": message("one more each round, always from the first"),
    "lookalike": message("near-identical points side by side, then which is true"),
    "outline": message("the whole tree from memory, level by level"),
    "exam": message("a mixed paper, marked at its end"),
    "rehearse": message("say it against the clock, a word only where asked for"),
    "mask": message("say the text below, covered step by step"),
}
KINDS: Mapping[Kind, Message] = {
    Kind.POINT: message("content"),
    Kind.PLACE: message("place"),
    Kind.LINK: message("links"),
    Kind.LIST: message("list"),
    Kind.PASSAGE: message("word for word"),
}
"""What a drill trains, by the kind of card that it moves."""
DRILL = "drill"
"""The choice that is kept: the drill that was chosen last."""
TITLE, TRAINS = 18, 32


class DrillsScreen(Frame):
    """The drills that fit a part; choosing one begins a session of it."""

    BINDINGS = [
        Binding("enter,space", "begin", "Begin", tooltip="Begin a session of this drill"),
        Binding("o", "settings", "Options", tooltip="What counts as the same when you type"),
        HELP,
        Binding("escape", "leave", "Back"),
    ]
    CSS_PATH = "drills.tcss"

    @dataclass
    class Progressed(TextualMessage):
        """So many texts of so many have been looked up."""

        done: int
        of: int

    @dataclass
    class Found(TextualMessage):
        """The words are known, or why they are not."""

        problem: StudyError | None = None

    def __init__(self, say: Catalogue, library: Library, wanted: ShowDrills) -> None:
        super().__init__(say)
        self._library, self._deck, self._part = library, wanted.deck, wanted.part
        self._rehearsed, self._called = wanted.nodes, wanted.name
        self._offers: list[Offer] = []

    def body(self) -> ComposeResult:
        """The drills, and how far looking up is."""
        yield Rows()
        yield Rule()
        yield Line(id="words", classes="faint")

    def on_mount(self) -> None:
        """Where the words of the deck are not known, they are looked up beside this screen."""
        self.head.left = self.say("How to practise   {part}", part=self._called)
        self._offer()
        self.query_one(Rows).focus()
        if not self._library.wordbook.holds(self._deck):
            self.query_one("#words", Line).left = self.say("Looking up how it is read…")
            self._look_up()

    def on_resize(self) -> None:
        """The rows take the room there is."""
        self._fill(self._here())

    @on(OptionList.OptionSelected)
    def action_begin(self) -> None:
        """Begin a session of the drill under the cursor."""
        at = self.query_one(Rows).highlighted
        if at is None or at >= len(self._offers):
            return
        if self._offers[at].drill in (EXAM, REHEARSE):
            self._begin_whole(self._offers[at].drill)
            return
        drill, words = self._offers[at].drill, self._library.known_words(self._deck)
        steps = for_drill(self._deck, self._part, drill, words, self._library.settings)
        try:
            self._library.prefer(DRILL, drill.name)
        except StudyError as error:
            self.complain(error)
        if steps:
            self.post_message(Study(steps))
        else:
            self.tell(message("There is nothing to ask here."))

    def _begin_whole(self, drill: Drill) -> None:
        """An exam or a rehearsal, which goes over the part as a whole."""
        if drill is EXAM:
            self.post_message(Examine(self._deck, self._part, self._called))
            return
        time = timing.read(self._library.preference(TIMING)) or timing.Timing()
        run = timing.planned(self._deck.outline, self._rehearsed, time)
        if run is not None and self._rehearsed:
            self.post_message(Rehearse(self._deck, run))

    def action_settings(self) -> None:
        """What counts as the same."""
        self.post_message(ShowSettings())

    def action_leave(self) -> None:
        """Back to the deck."""
        self.workers.cancel_all()
        self.dismiss()

    @work(thread=True, exclusive=True, group="words")
    def _look_up(self) -> None:
        worker = get_current_worker()

        def told(done: int, of: int) -> None:
            self.post_message(self.Progressed(done, of))

        try:
            self._library.wordbook.found(self._deck, told, lambda: worker.is_cancelled)
        except StudyError as error:
            self.post_message(self.Found(error))
        else:
            self.post_message(self.Found())

    def on_drills_screen_progressed(self, event: Progressed) -> None:
        """Say how far it is; while the dictionary is loaded nothing is done yet."""
        if not event.of:
            return
        self.query_one("#words", Line).left = self.say(
            "Looking up how it is read: {done}/{all}. Initials and cloze come then.", done=event.done, all=event.of
        )

    def on_drills_screen_found(self, event: Found) -> None:
        """What needs words can be chosen now."""
        self.query_one("#words", Line).left = ""
        if event.problem is not None:
            self.complain(event.problem)
        self._offer()

    def _offer(self) -> None:
        """See what there is to ask, which takes its time, and show it."""
        here = self._here()
        self._offers = offers(self._deck, self._part, self._library.known_words(self._deck))
        if self._offers:
            self._offers += [Offer(EXAM, ()), Offer(REHEARSE, ())]
        self._fill(here)

    def _here(self) -> str:
        """The drill under the cursor, at first the one that was chosen last."""
        at = self.query_one(Rows).highlighted
        if at is None or at >= len(self._offers):
            return self._library.preference(DRILL)
        return self._offers[at].drill.name

    def _fill(self, here: str) -> None:
        """The rows, the cursor on one drill, or on the first one where that is not there."""
        list_ = self.query_one(Rows)
        list_.clear_options()
        list_.add_options([Option(self._row(offer, max(30, self.size.width - 3))) for offer in self._offers])
        if self._offers:
            names = [offer.drill.name for offer in self._offers]
            list_.highlighted = names.index(here) if here in names else 0
        else:
            self.query_one("#words", Line).left = self.say("There is nothing to ask here.")

    def _row(self, offer: Offer, cells: int) -> Content:
        """Its name, what it asks, what it trains."""
        kinds = " ".join(self.say.say(KINDS[kind]) for kind in offer.trains)
        trains = self.say("trains {kinds}", kinds=kinds) if kinds else self.say("practice only")
        title = padded(self.say.say(offer.drill.title), TITLE)
        room = max(8, cells - TITLE - min(TRAINS, width(trains)) - 2)
        asks = plain(padded(self.say.say(ASKS[offer.drill.name]), room))
        return Content.assemble((title, "bold"), asks, "  ", (fit(trains, TRAINS), "$text-muted"))
