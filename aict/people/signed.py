"""Reading a JWT that somebody else signed."""

import jwt

ALGORITHMS = ["RS256", "ES256"]


class UnsignedError(Exception):
    """The token is not what it should be; the cause says how."""


def claims(token: str, keys: dict, audience: str, issuer: str, *required: str) -> dict:
    """What `token` says, once its signature (by one of `keys`, a JWKS), issuer, audience, dates
    and `required` claims are checked. Raises UnsignedError."""
    try:
        key = jwt.PyJWKSet.from_dict(keys)[jwt.get_unverified_header(token)["kid"]]
        return jwt.decode(
            token,
            key,
            algorithms=ALGORITHMS,
            audience=audience,
            issuer=issuer,
            leeway=30,
            options={"require": ["iss", "aud", "sub", *required]},
        )
    except (jwt.PyJWTError, KeyError, TypeError, AttributeError) as error:
        raise UnsignedError(str(error)) from error
