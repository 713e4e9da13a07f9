"""The key of a response: only the respondent holds it, the database knows its SHA-256."""

from hashlib import sha256
from secrets import choice

# No I, L, O nor U: what is copied by hand is read again without doubt.
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH, GROUP = 24, 4
MISREAD = str.maketrans("OIL", "011")


def new_key() -> str:
    """120 random bits: « 7QX2-MB0K-… », six groups of four."""
    return grouped("".join(choice(ALPHABET) for _ in range(LENGTH)))


def grouped(signs: str) -> str:
    return "-".join(signs[place : place + GROUP] for place in range(0, len(signs), GROUP))


def normalise(typed: str) -> str:
    """The key as it was given, from what people type: lower case, spaces, O for 0, I for 1.

    "" when it cannot be one."""
    signs = "".join(sign for sign in typed[:200].upper() if sign.isalnum()).translate(MISREAD)
    if len(signs) != LENGTH or set(signs) - set(ALPHABET):
        return ""
    return grouped(signs)


def digest(key: str) -> bytes:
    """What is stored of a key, normalised first."""
    return sha256(normalise(key).encode()).digest()
