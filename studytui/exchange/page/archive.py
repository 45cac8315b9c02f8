"""A web page saved as one file with its pictures (.mht, .mhtml): a letter whose first part is the page."""

from email import message_from_bytes
from email.policy import default

from studytui.errors import StudyError


def page_in(data: bytes, name: str) -> bytes:
    """The page in an archive; ``name`` is what it is called in an error.

    Raises:
        StudyError: There is none.
    """
    for part in message_from_bytes(data, policy=default).walk():
        if part.get_content_type() == "text/html":
            page = part.get_payload(decode=True)
            if isinstance(page, bytes) and page.strip():
                return page
    raise StudyError("{name} is a saved web page without any text: save the page anew.", name=name)
