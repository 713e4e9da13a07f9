from time import process_time

import pytest

from aict.ui.typography import french

N, B = "\u202f", "\u00a0"


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("Pourquoi ? Parce que !", f"Pourquoi{N}? Parce que{N}!"),
        ("Pourquoi?", f"Pourquoi{N}?"),
        ("Quoi ?!", f"Quoi{N}?!"),
        ("Deux temps : un, deux ; trois", f"Deux temps{N}: un, deux{N}; trois"),
        ("Titre: suite", f"Titre{N}: suite"),
        (" : ", f"{N}: "),
        (" ; ", f"{N}; "),
        ("dit « oui » puis «non»", f"dit «{B}oui{B}» puis «{B}non{B}»"),
        ("« Vraiment ? »", f"«{B}Vraiment{N}?{B}»"),
        ("(vraiment ?)", f"(vraiment{N}?)"),
        ("l'action d'une ville", "l’action d’une ville"),
        ("120 000 € et 40 %", f"120{N}000{N}€ et 40{N}%"),
        ("1 234 567 habitants", f"1{N}234{N}567 habitants"),
        ("2,1 M€, 0,8 ETP", f"2,1{N}M€, 0,8{N}ETP"),
        ("délibération n°12", f"délibération n°{B}12"),
        ("et la suite...", "et la suite…"),
    ],
)
def test_french_sets_the_spaces(typed, shown):
    assert french(typed) == shown


@pytest.mark.parametrize(
    "text",
    [
        "https://exemple.fr/page?q=a:b;c!d",
        "Voir https://exemple.fr/?q=1&amp;x=2 ici",
        "à 14:30 précises",
        "ecrire@exemple.fr",
        "ratio 3:1",
        "en 2024 2025 et 2026",
        "&amp; reste tel quel",
        "rue du 8 mai 1945",
        "",
    ],
)
def test_french_leaves_the_rest_alone(text):
    assert french(text) == text


def test_french_is_stable():
    once = french("« Pourquoi ? » : 120 000 € !")
    assert french(once) == once


@pytest.mark.parametrize("odd", ["a", "a@", " ", "@", "&", "a.", "&a", "«", " :", "1 "])
def test_long_odd_texts_take_a_time_in_proportion(odd):
    """Anybody may send such a text and have it shown again."""
    start = process_time()
    french(odd * 50_000 + ":")
    assert process_time() - start < 4
