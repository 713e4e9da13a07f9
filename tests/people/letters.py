"""Reading the mails that tests receive."""

import re

CODE = re.compile(r"^ {4}([A-Z0-9-]+)$", re.MULTILINE)


def code_in(mail) -> str:
    """The code that stands alone on its line in a mail."""
    found = CODE.search(mail.body)
    assert found, mail.body
    return found.group(1)
