"""What a person has decided about the words of a deck: hidden or not, what counts as the same, what goes by heart."""

from dataclasses import dataclass, field

from studytui.memory.unit import Event

PIN, BAR = "pin", "bar"


@dataclass(slots=True)
class Choices:
    """What was decided so far.

    Attributes:
        terms: For a term whether it is pinned or barred.
        synonyms: For a node's key the words that are accepted, with those that they stand for.
        passages: Keys of the nodes whose text is to be said word for word.
        formats: For a card the name of the drill that the person wants it asked by.
    """

    terms: dict[str, str] = field(default_factory=dict)
    synonyms: dict[str, dict[str, str]] = field(default_factory=dict)
    passages: set[str] = field(default_factory=set)
    formats: dict[str, str] = field(default_factory=dict)

    @property
    def pinned(self) -> frozenset[str]:
        """The terms that are always hidden."""
        return frozenset(term for term, choice in self.terms.items() if choice == PIN)

    @property
    def barred(self) -> frozenset[str]:
        """The terms that are never hidden."""
        return frozenset(term for term, choice in self.terms.items() if choice == BAR)

    def accepted(self, node: str) -> tuple[tuple[str, str], ...]:
        """For a node's key the words of its text with what is accepted for them."""
        return tuple((wanted, accepted) for accepted, wanted in self.synonyms.get(node, {}).items())

    def decide(self, kind: str, event: Event) -> None:
        """Bring in what was decided; a kind that is none of these is skipped."""
        if kind == "term":
            self.decide_term(event)
        elif kind == "synonym":
            self.decide_synonym(event)
        elif kind == "enable":
            self.enable(event)
        elif kind == "format":
            self.fix_format(event)

    def decide_term(self, event: Event) -> None:
        """Bring in that a term was pinned, barred, or neither any more."""
        term, choice = event.get("term"), event.get("choice")
        if not isinstance(term, str) or not term:
            return
        if choice in (PIN, BAR):
            self.terms[term] = str(choice)
        elif choice == "":
            self.terms.pop(term, None)

    def decide_synonym(self, event: Event) -> None:
        """Bring in that words were accepted, or are no more."""
        node, wanted, accepted = (event.get(name) for name in ("node", "wanted", "accepted"))
        if not (isinstance(node, str) and isinstance(wanted, str) and isinstance(accepted, str)):
            return
        if event.get("on", True):
            self.synonyms.setdefault(node, {})[accepted] = wanted
        else:
            self.synonyms.get(node, {}).pop(accepted, None)

    def enable(self, event: Event) -> None:
        """Bring in that a passage is wanted, or no more."""
        kind, _, node = str(event.get("card", "")).partition(":")
        if kind != "passage" or not node:
            return
        if event.get("on", True):
            self.passages.add(node)
        else:
            self.passages.discard(node)

    def fix_format(self, event: Event) -> None:
        """Bring in that a card is asked by one drill, or by the one that fits it again."""
        card, drill = event.get("card"), event.get("drill")
        if not isinstance(card, str) or not isinstance(drill, str):
            return
        if drill:
            self.formats[card] = drill
        else:
            self.formats.pop(card, None)

    def rename(self, old: str, new: str) -> None:
        """Go on under another key."""
        if old in self.passages:
            self.passages.discard(old)
            self.passages.add(new)
        if old in self.synonyms:
            self.synonyms[new] = {**self.synonyms.pop(old), **self.synonyms.get(new, {})}
