"""What a person can set: one frozen value, passed down."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Settings:
    """What a person can set.

    Attributes:
        retention: The retrievability at which a card comes back.
        new_points: How many new points a day, whole groups.
        minutes: About how long a session is.
        language: Language of the interface (``zh_CN`` or ``en``), empty for that of the system.
    """

    retention: float = 0.9
    new_points: int = 12
    minutes: int = 15
    language: str = ""
