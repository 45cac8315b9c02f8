"""Recite: all points of a heading, by first letters, in whole sentences, or aloud and then ticked."""

from collections.abc import Iterable, Sequence

from textual import events, on
from textual.containers import VerticalScroll
from textual.geometry import Region
from textual.widget import Widget
from textual.widgets import Input

from studytui.drills import recite, saying
from studytui.drills.drill import Mark
from studytui.drills.saying import Saying
from studytui.messages import message
from studytui.study.asking import Asked, how
from studytui.study.moment import Begun
from studytui.study.steps import Drilled
from studytui.ui.screens.drilling import DrillFrame
from studytui.ui.screens.recite_keys import ALOUD, KEYS, LETTERS, SENTENCES, TICK, WAY, WAYS
from studytui.ui.screens.recited_rows import marked_rows, open_rows
from studytui.ui.screens.recited_told import compared, misheard, summed
from studytui.ui.widgets.recital import RecitalView
from studytui.ui.widgets.typed import AnswerLine


class ReciteScreen(DrillFrame):
    """Each point is marked by itself and moves its own card. Nothing below what was said shows."""

    BINDINGS = [*KEYS]

    def answering(self) -> Iterable[Widget]:
        """The points, and a line for whole sentences."""
        return RecitalView(self.say), AnswerLine(empties=True)

    def put(self, step: Drilled, asked: Asked) -> None:
        """Show the numbers of the points, nothing else of them."""
        if not isinstance(asked, recite.Recital):
            raise TypeError(asked)
        nodes = [point.node for point in asked.points]
        strokes = [step.words.strokes(step.deck, node) for node in nodes]
        self._saying = saying.begin(asked, strokes, [how(step, node) for node in nodes])
        self._past: list[Saying] = []
        self._row = 0
        self.head_of(step, step.card.home)
        n = len(asked.points)
        task = message("All {n} of them, in order.", plural="All {n} of them, in order.", n=n)
        self.show_question(asked.above, asked.group, "", task)
        self._take_way(self.session.ways.get(WAY, LETTERS))

    def begun(self) -> tuple[Begun, ...]:
        """The recital, and what it was before each thing that was said."""
        return (*self._past, self._saying)

    def resume(self, begun: Sequence[Begun]) -> None:
        """What was said stays said."""
        *self._past, self._saying = [one for one in begun if isinstance(one, Saying)]
        self._say_way()
        self._show()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Each way of reciting has its keys."""
        open_ = self.is_open
        way = self._way if open_ or self.is_seen else ""
        ticks = open_ and way == ALOUD and self._saying.looked
        usable = {
            "cue": open_ and not ticks,
            "tick": ticks,
            "end": ticks,
            "answer": open_ and way == SENTENCES,
            "next_point": open_ and way == LETTERS,
            "look": open_ and way == ALOUD and not ticks,
            "move": self.is_seen or (open_ and way != SENTENCES),
            "rate_row": self.is_seen,
            "way": open_ and not ticks,
        }
        return usable[action] if action in usable else super().check_action(action, parameters)

    def on_key(self, event: events.Key) -> None:
        """Where first letters are the answer, every letter, digit and blank is part of it."""
        if self._way == LETTERS and event.is_printable and event.character is not None and not self.is_seen:
            event.stop()
            if self.is_open:
                self._go(saying.press(self._saying, event.character))

    def on_paste(self, event: events.Paste) -> None:
        """What an input method gives comes in whole."""
        event.stop()
        for character in event.text if self._way == LETTERS else "":
            if self.is_open:
                self._go(saying.press(self._saying, character))

    def action_cue(self) -> None:
        """One more cue."""
        self._go(saying.cue(self._saying, by_letters=self._way == LETTERS))

    def action_next_point(self) -> None:
        """Go on to the next point."""
        self._go(saying.leave(self._saying))

    def action_look(self) -> None:
        """Show the points, to be ticked."""
        self.wait_for_paint()
        self._saying = saying.look(self._saying)
        self._say_way()
        self._show()

    def action_tick(self) -> None:
        """The point under the cursor was said."""
        if self.is_painted:
            self._go(saying.tick(self._saying, self._saying.here))

    def action_end(self) -> None:
        """Nothing more was said."""
        if self.is_painted:
            self._go(saying.end(self._saying))

    def action_move(self, rows: int) -> None:
        """Another point; once they are marked another row."""
        if self.is_open:
            self._saying = saying.move(self._saying, rows)
            self._show()
        else:
            self._to_row((self._row + rows) % (len(self._saying.recital.points) + 1))

    def action_way(self) -> None:
        """Recite in another way; what was said stays said."""
        ways = [way for way in WAYS if way != LETTERS or self._saying.by_letters]
        self.session.ways[WAY] = ways[(ways.index(self._way) + 1) % len(ways)]
        self._take_way(self.session.ways[WAY])

    def action_rate_row(self, rating: int) -> None:
        """Rate what the cursor is on otherwise."""
        mark = self.rated_now()
        if mark is None:
            self.tell(message("A point without a number is not rated by itself."))
            return
        self.ratings[mark.card] = rating
        self._to_row(self._row)

    def action_undo(self) -> None:
        """Take back what was said last, else the answer before."""
        if self.is_open and self._past:
            self._saying = saying.back(self._saying, self._past.pop())
            self._show()
        else:
            super().action_undo()

    def rate_by_mouse(self, rating: int) -> None:
        """A rating was clicked: as its key."""
        self.action_rate_row(rating)

    def rated_now(self) -> Mark | None:
        """The mark of the row under the cursor; after the points comes the whole list."""
        recital = self._saying.recital
        card = recital.points[self._row].card if self._row < len(recital.points) else recital.card.id
        return next((mark for mark in self.marks if mark.card == card), None)

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        if not self.is_open:
            return
        if event.value.strip():
            self._go(saying.hear(self._saying, event.value))
            if self.is_open:
                self.say_of_answer(misheard(self._saying.recital, self.step.deck.outline, self.say))
        else:
            self._go(saying.end(self._saying))

    @on(RecitalView.Clicked)
    def _clicked_row(self, event: RecitalView.Clicked) -> None:
        if self.is_seen:
            self._to_row(event.row)
        elif self.check_action("tick", ()):
            self._go(saying.tick(self._saying, event.row))
        elif self.check_action("move", ()) and event.row in self._saying.recital.left:
            self._saying = saying.go(self._saying, event.row)
            self._show()

    def _take_way(self, way: str) -> None:
        self._way = way if way != LETTERS or self._saying.by_letters else SENTENCES
        self._saying = saying.go(self._saying, self._saying.here)
        line = self.query_one(AnswerLine)
        line.display, line.disabled, line.value = self._way == SENTENCES, self._way != SENTENCES, ""
        line.placeholder = self.say("characters, pinyin, or first letters; Enter ends")
        if self._way == SENTENCES:
            line.focus()
        else:
            self.set_focus(None)
        self._say_way()
        self._show()

    def _say_way(self) -> None:
        looked = self._way == ALOUD and self._saying.looked
        self.say_of_answer(self.say.say(TICK if looked else WAYS[self._way]))

    def _go(self, now: Saying) -> None:
        """Take the next state; what was said can be taken back, and when it is over it is marked."""
        if now.over or now.recital.said != self._saying.recital.said:
            self._past.append(self._saying)
        self._saying = now
        if now.over:
            line = self.query_one(AnswerLine)
            line.disabled, line.display, self._row = True, False, 0
            self.set_focus(None)
            self.marked(recite.marks(now.recital, self.step.deck.keys))
            self.say_of_answer(summed(now.recital, self.say))
        self._show()

    def _to_row(self, row: int) -> None:
        self._row = row
        recital = self._saying.recital
        self.say_of_answer(compared(recital, row, self.say) or summed(recital, self.say))
        self.marked_anew(self.marks)
        self._show()

    def _show(self) -> None:
        view, by_letters = self.query_one(RecitalView), self._way == LETTERS
        if self.marks:
            ratings = {mark.card: self.rating_of(mark) for mark in self.marks}
            view.rows, view.cursor = marked_rows(self._saying, ratings, self.say), self._row
        else:
            view.rows = open_rows(self._saying, self.say, by_letters=by_letters)
            view.cursor = -1 if self._way == SENTENCES else self._saying.here
        self.call_after_refresh(self._scroll)
        self.keys_changed()

    def _scroll(self) -> None:
        """The row under the cursor is in view; where a line is typed in, that line."""
        view, scroll = self.query_one(RecitalView), self.query_one(VerticalScroll)
        if view.cursor < 0:
            scroll.scroll_end(animate=False)
            return
        row = view.virtual_region.y + view.row_of(view.cursor)
        scroll.scroll_to_region(Region(0, row, 1, 2), animate=False)
