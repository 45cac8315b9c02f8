"""Mask: a text sentence by sentence under its cover, typed by first letters or said aloud and ticked."""

from collections.abc import Iterable, Mapping, Sequence

from textual import events
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.geometry import Region
from textual.widget import Widget

from studytui.cards.label import numbered
from studytui.drills import mask, masking, passage
from studytui.drills.mask import STAGES
from studytui.drills.masking import Masking
from studytui.drills.passage import Passage
from studytui.memory.fsrs import AGAIN, GOOD
from studytui.messages import Message, message
from studytui.study.asking import Asked, target
from studytui.study.moment import Begun
from studytui.study.steps import Drilled
from studytui.ui.screens.drill_keys import ACCEPT, RATE, SCROLL, SPACE, UNDO_AFTER, UNDO_AMONG_LETTERS
from studytui.ui.screens.drilling import DrillFrame
from studytui.ui.screens.frame import HELP_AMONG_LETTERS
from studytui.ui.screens.pages import MARGIN
from studytui.ui.screens.studying import STOP
from studytui.ui.show.text import width
from studytui.ui.widgets.page import Block, Page
from studytui.ui.widgets.spelling import SpellingView

WAY = "mask"
"""The name under which a session keeps how the person says it."""
LETTERS, ALOUD = "letters", "aloud"
WAYS: Mapping[str, Message] = {
    LETTERS: message("First letter of each character or word; no input method."),
    ALOUD: message("Say the sentence aloud; Space shows it, then say whether it was right."),
}
WEAK, HERE = "!", ">"


class MaskScreen(DrillFrame):
    """What was said stands there, the rest is covered; each sentence is marked by itself."""

    BINDINGS = [
        Binding("space,enter", "look", "Show it", key_display="Space", tooltip="Show this sentence, to tick it"),
        Binding("space,enter", "tick(True)", "Right", key_display="Space", tooltip="This sentence was said right"),
        Binding("x", "tick(False)", "Wrong", tooltip="This sentence was not said, or not right"),
        Binding("tab", "cue", "Cue", tooltip="Take a cover off this sentence; it costs"),
        Binding("enter", "leave_out", "Next sentence", tooltip="Go on to the next sentence; this one is wrong"),
        Binding("down", "step(1)", "Cover more", key_display="Up/Down", tooltip="Cover more of it (down) or less (up)"),
        Binding("up", "step(-1)", show=False),
        Binding("ctrl+t", "way", "Another way", tooltip="By first letters, or aloud and ticked"),
        ACCEPT,
        SPACE,
        *RATE,
        UNDO_AMONG_LETTERS,
        UNDO_AFTER,
        HELP_AMONG_LETTERS,
        STOP,
        *SCROLL,
    ]

    def answering(self) -> Iterable[Widget]:
        """What was said, the sentence that is typed, what is to come."""
        return Page(id="said-before"), SpellingView(self.say), Page(id="to-come")

    def put(self, step: Drilled, asked: Asked) -> None:
        """Cover the text as far as it fits its memory."""
        if not isinstance(asked, Passage):
            raise TypeError(asked)
        memory, node = step.deck.memory(step.card), target(step.card)
        self._turn = memory.answers
        self._spans = step.words.spoken_spans(step.deck, node)
        self._weak = frozenset(passage.weakest(step.deck.parts(step.card)))
        self._now = masking.begin(asked, step.words.spoken(step.deck, node), mask.stage(memory.stability))
        self._past: list[Masking] = []
        self.head_of(step, step.card.home)
        task = message("Say it word for word, sentence by sentence.")
        self.show_question(asked.above, "", numbered(asked.line.marker, asked.line.text), task)
        self._take_way(self.session.ways.get(WAY, LETTERS))

    def begun(self) -> tuple[Begun, ...]:
        """The text, and what it was before each sentence that was said."""
        return (*self._past, self._now)

    def resume(self, begun: Sequence[Begun]) -> None:
        """The sentences that were said stay said."""
        *self._past, self._now = [one for one in begun if isinstance(one, Masking)]
        self._show()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Each way has its keys."""
        aloud = self.is_open and not self._by_letters
        usable = {
            "look": aloud and not self._now.looked,
            "tick": aloud and self._now.looked,
            "leave_out": self.is_open and self._by_letters,
            "cue": self.is_open and not self._now.looked,
            "step": self.is_open and not self._now.looked,
            "way": self.is_open and self._now.can_be_typed,
        }
        return usable[action] if action in usable else super().check_action(action, parameters)

    def on_key(self, event: events.Key) -> None:
        """Where first letters are the answer, every letter, digit and blank is part of it."""
        if self._takes_letters and event.is_printable and event.character is not None:
            event.stop()
            if self.is_open:
                self._go(masking.press(self._now, event.character))

    def on_paste(self, event: events.Paste) -> None:
        """What an input method gives comes in whole."""
        event.stop()
        for character in event.text if self._way == LETTERS else "":
            if self.is_open and self._by_letters:
                self._go(masking.press(self._now, character))

    def action_look(self) -> None:
        """Show the sentence that was said aloud."""
        if self.is_painted:
            self.wait_for_paint()
            self._go(masking.look(self._now))

    def action_tick(self, right: bool) -> None:
        """It was said, right or wrong."""
        if self.is_painted:
            self.wait_for_paint()
            self._go(masking.tick(self._now, right=right))

    def action_leave_out(self) -> None:
        """On to the next sentence; this one was not said."""
        self._go(masking.tick(self._now, right=False))

    def action_cue(self) -> None:
        """Take a cover off."""
        self._go(masking.cue(self._now, by_letters=self._by_letters))

    def action_step(self, stages: int) -> None:
        """Cover more or less."""
        self._go(masking.step(self._now, stages))

    def action_way(self) -> None:
        """Say it in the other way; what was said stays said."""
        self.session.ways[WAY] = ALOUD if self._way == LETTERS else LETTERS
        self._take_way(self.session.ways[WAY])

    def action_undo(self) -> None:
        """Take back the sentence that was said last, else the answer before."""
        if self.is_open and self._past:
            self._now = self._past.pop()
            self._show()
        else:
            super().action_undo()

    @property
    def _by_letters(self) -> bool:
        """Whether the sentence that is said now is typed; one that cannot be is said aloud."""
        return self._way == LETTERS and self._now.can_be_typed

    @property
    def _takes_letters(self) -> bool:
        """Whether a letter is part of the answer, or comes too late for it; it is no command before that is seen."""
        return self._by_letters or (self._way == LETTERS and not self.is_open and not self.is_seen)

    def _take_way(self, way: str) -> None:
        self._way = way if self._now.by_letters else ALOUD
        self._show()

    def _go(self, now: Masking) -> None:
        """Take the next state; a sentence that was said can be taken back, and at the end it is marked."""
        if now.passage.said != self._now.passage.said:
            self._past.append(self._now)
        self._now = now
        if now.done:
            self.marked((passage.mark(now.passage),))
        self._show()

    def _show(self) -> None:
        now, asked = self._now, self._now.passage
        by_letters = self._by_letters
        texts = mask.shown(asked, self._spans, now.stage, self._turn, now.cues)
        blocks = [self._block(at, text) for at, text in enumerate(texts)]
        end = len(blocks) if now.done else asked.at + 1
        self.query_one("#said-before", Page).blocks = blocks[:end]
        self.query_one("#to-come", Page).blocks = blocks[end:]
        spelling = self.query_one(SpellingView)
        spelling.display, spelling.typing = by_letters, now.typing if by_letters else None
        told = self._summed() if now.done else self.say.say(WAYS[LETTERS if by_letters else ALOUD])
        self.say_of_answer(told, "" if now.done else self.say.say(STAGES[now.stage]))
        self.call_after_refresh(self._scroll)
        self.keys_changed()

    def _block(self, at: int, text: str) -> Block:
        """A sentence: what became of it, or its cover; a paragraph begins under an empty line."""
        now, asked = self._now, self._now.passage
        space = at == 0 or asked.sentences[at].paragraph != asked.sentences[at - 1].paragraph
        if at < asked.at:
            rating = passage.ratings(asked)[at]
            sign, style = (
                (self.say("ok"), "$success")
                if rating >= GOOD
                else (self.say("cue"), "$warning")
                if rating > AGAIN
                else (self.say("wrong"), "$error")
            )
            return _signed(text, sign, style, space=space)
        weak = WEAK if at in self._weak else ""
        if at == asked.at:
            shown = asked.sentences[at].text if now.looked else text
            return _signed(shown, weak + HERE, "bold", space=space)
        return _signed(text, weak or " ", "$text-muted", space=space)

    def _scroll(self) -> None:
        """The sentence that is said now is in view, with what is typed of it."""
        scroll = self.query_one(VerticalScroll)
        if self._now.done:
            scroll.scroll_home(animate=False)
            return
        below = self.query_one("#to-come", Page).virtual_region
        scroll.scroll_to_region(Region(0, max(0, below.y - 5), 1, 7), animate=False)

    def _summed(self) -> str:
        """How many sentences were right, right with a cue, wrong."""
        each = passage.ratings(self._now.passage)
        right, cued = sum(rating >= GOOD for rating in each), sum(AGAIN < rating < GOOD for rating in each)
        return self.say(
            "sentences: right {right}, after a cue {cued}, wrong {wrong}",
            right=right,
            cued=cued,
            wrong=len(each) - right - cued,
        )


def _signed(text: str, sign: str, style: str, *, space: bool) -> Block:
    """A sentence with a sign before it; all sentences begin in one column."""
    return Block(text, max(0, MARGIN - 1 - width(sign)), style, sign, space)
