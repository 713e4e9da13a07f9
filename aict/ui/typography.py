"""French typography for shown text: plain string in, plain string out, nothing is escaped here."""

import re

NARROW = "\u202f"  # before ; : ! ? and inside numbers and amounts
NBSP = "\u00a0"  # inside « » and before a unit written as a word

# One pass: each alternative is one rule, told apart by the name of its group. Each looks a bounded way
# ahead, so that no text, however long and odd, takes more than a time in proportion.
RULES = re.compile(
    r"(?P<as_is>\bhttps?://\S+|\bwww\.\S+|[^\s@]{1,64}@[^\s@]{1,255}\.\w{1,63}|&#?\w{1,32};)"
    r"|(?P<open>«[ \u00a0\u202f]*)"
    r"|(?P<close>[ \u00a0\u202f]{0,9}»)"
    r"|(?P<high>(?:(?<=\S)[ \u00a0\u202f]*|^[ \u00a0\u202f]+)(?P<sign>[;!?]+)(?=[\s»”)\].,…]|$))"
    r"|(?P<colon>(?:(?<=\S)[ \u00a0\u202f]*|^[ \u00a0\u202f]+):(?=\s|$))"
    r"|(?P<thousands>(?<=\d)(?<!\d{4})[ \u00a0](?=\d{3}(?!\d)))"
    r"|(?P<unit>(?<=\d)[ \u00a0](?=(?:%|€|[kM]€|(?:[kM]?W|km|ha|h|ETP|M)\b)))"
    r"|(?P<number>\b[nN]°[ ]?(?=\d))"
    r"|(?P<apostrophe>(?<=\w)'(?=\w))"
    r"|(?P<dots>\.\.\.)"
)
SUSPECT = re.compile(r"[«»;:!?'\d]|\.\.\.")


def french(text: str) -> str:
    """Set the spaces French asks for; leave addresses, hours and mail addresses alone."""
    if not SUSPECT.search(text):
        return text
    return RULES.sub(_set, text)


def _set(match: re.Match[str]) -> str:
    found = match[0]
    match match.lastgroup:
        case "open":
            return "«" + NBSP
        case "close":
            return NBSP + "»"
        case "high":
            return NARROW + match["sign"]
        case "colon":
            return NARROW + ":"
        case "thousands" | "unit":
            return NARROW
        case "number":
            return found.strip() + NBSP
        case "apostrophe":
            return "’"
        case "dots":
            return "…"
    return found
