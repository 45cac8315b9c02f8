"""Days as a person speaks of them."""

from datetime import date

from studytui.catalogue import Catalogue
from studytui.messages import Message, message

_WEEKDAYS = (
    message("Mon"),
    message("Tue"),
    message("Wed"),
    message("Thu"),
    message("Fri"),
    message("Sat"),
    message("Sun"),
)
WEEK = 7


def weekday(day: date, say: Catalogue) -> str:
    """The short name of the day of the week."""
    return say.say(_WEEKDAYS[day.weekday()])


def speech_day(speech: date, today: date, say: Catalogue) -> str:
    """The day of the speech and how far off it is."""
    left = (speech - today).days
    if left == 0:
        return say("today")
    if left == 1:
        return say("tomorrow")
    if left < 0:
        return say("{date}, over", date=f"{speech:%m-%d}")
    name = weekday(speech, say) if left < WEEK else f"{speech:%m-%d}"
    return say("{name}, {n} day", plural="{name}, {n} days", name=name, n=left)


def comes_back(days: int) -> Message:
    """When a card comes back."""
    if days <= 0:
        return message("today")
    if days == 1:
        return message("tomorrow")
    return message("in {n} day", plural="in {n} days", n=days)
