"""A key that is held down: a terminal says it again and again, as if it was pressed each time."""

FIRST = 0.7
"""Seconds within which a key that is held comes for the second time."""
NEXT = 0.15
"""Seconds within which it comes after that."""


class HeldKey:
    """Tells a key that is still held since the screen before from one that is pressed on the screen that is shown."""

    def __init__(self) -> None:
        self._key, self._at, self._held = "", 0.0, False
        self._screen: object = None

    def holds(self, key: str, at: float, screen: object) -> bool:
        """Take a key.

        Args:
            key: Its name.
            at: When it came, in seconds.
            screen: The screen that is shown.

        Returns:
            Whether it was pressed for another screen, and has not been let go since.
        """
        same, gap = key == self._key, at - self._at
        came = screen is not self._screen and gap < FIRST
        self._held = same and (came or (self._held and gap < NEXT))
        self._key, self._at, self._screen = key, at, screen
        return self._held
