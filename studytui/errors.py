"""The one root of all errors that a person is told about."""

from studytui.messages import Message


class StudyError(Exception):
    """Something that could not be done, in one sentence that says what, where and what to do.

    It is caught in two places only: by the command line (stderr, exit code 1) and by the screens (a notice).
    """

    def __init__(self, id_: str, /, **arguments: object) -> None:
        super().__init__(id_.format_map({key: str(value) for key, value in arguments.items()}))
        self.message: Message = Message(id_, arguments)
