"""A questionnaire that arrives as a file."""

import json
from functools import cache
from pathlib import Path
from typing import Any, NoReturn

from surveys.questionnaire.reading import UnreadableError, read, write

DATA = Path(__file__).parent.parent / "questionnaire" / "data"
MAX_SIZE = 500 * 1024


def questionnaire_of(upload) -> dict:
    """The checked JSON of an uploaded file, as it is kept. Raises UnreadableError."""
    if upload is None:
        raise UnreadableError("Choisissez le fichier du questionnaire.")
    if upload.size > MAX_SIZE:
        raise UnreadableError(
            "Ce fichier dépasse 500 Ko : ce n’est sans doute pas un questionnaire."
        )
    return write(read(decoded(upload.read())))


def decoded(content: bytes) -> Any:
    try:
        return json.loads(content.decode("utf-8-sig"), parse_constant=no_constant)
    except UnicodeDecodeError as error:
        raise UnreadableError("Ce fichier n’est pas un texte en UTF-8.") from error
    except json.JSONDecodeError as error:
        raise UnreadableError(
            f"Ce fichier n’est pas du JSON : erreur à la ligne {error.lineno}, colonne {error.colno}."
        ) from error
    except (RecursionError, ValueError) as error:
        raise UnreadableError("Ce fichier contient une valeur impossible à lire.") from error


def no_constant(name: str) -> NoReturn:
    raise ValueError(name)


@cache
def shipped_text() -> str:
    return (DATA / "besoins-2024.json").read_text()


def shipped() -> dict:
    """The questionnaire of 2024 that comes with the site."""
    return json.loads(shipped_text())
