"""Seeded French texts for volume tests: the same seed gives the same text, frequent words are
frequent, rare ones rare, and a text keeps to its subject. Pure: reads its word list, nothing else."""

import random
import unicodedata
from bisect import bisect
from functools import cache
from itertools import accumulate
from pathlib import Path

WORDS = Path(__file__).with_name("volume_words.txt")
VOWELS = "aeiouyh"
ASPIRATED = {"halle", "hêtre", "handicap", "hangar", "houle", "haut"}
IRREGULAR = {
    "nouveau": ("nouveau", "nouvelle", "nouveaux", "nouvelles"),
    "public": ("public", "publique", "publics", "publiques"),
    "long": ("long", "longue", "longs", "longues"),
    "discret": ("discret", "discrète", "discrets", "discrètes"),
}
FEMININE = {
    "eux": "euse",
    "if": "ive",
    "er": "ère",
    "el": "elle",
    "en": "enne",
    "ais": "aise",
    "on": "onne",
    "eau": "elle",
}


def sentences(seed: int, n_chars: int) -> str:
    """Whole sentences, at most `n_chars` characters and at least a sentence less."""
    writer, found, size = Writer(seed), [], 0
    while True:
        sentence = writer.sentence()
        size += len(sentence) + 1
        if size > n_chars + 1:
            return " ".join(found)
        found.append(sentence)


def title(seed: int) -> str:
    """A title that starts with a verb: « Relier les ports avec une coopérative »."""
    writer = Writer(seed)
    text = f"{writer.draw('infinitifs')} {writer.group()} {writer.link()}"
    return text[0].upper() + text[1:]


def queries(count: int = 200, seed: int = 200) -> list[str]:
    """What people would type: one to three words, a third of the queries misspelt."""
    found = []
    for number in range(count):
        writer = Writer(seed * 1_000 + number)
        words = [writer.noun()[0], writer.draw("adjectifs"), writer.draw("lieux")]
        words = writer.chance.sample(words, writer.chance.choice((1, 2, 2, 3)))
        if number % 3 == 2:
            longest = max(words, key=len)
            words[words.index(longest)] = misspelt(longest, writer.chance)
        found.append(" ".join(words))
    return found


def misspelt(word: str, chance: random.Random) -> str:
    """`word` as a hurried hand writes it; never `word` itself."""
    at = chance.randrange(1, max(len(word) - 1, 2))
    ways = [
        plain(word),
        word[:at] + word[at + 1 :],
        word[:at] + word[at] * 2 + word[at + 1 :],
        word[: at - 1] + word[at] + word[at - 1] + word[at + 1 :],
        word.replace("ph", "f").replace("qu", "k").replace("th", "t"),
    ]
    others = [way for way in ways if way != word]
    return chance.choice(others)


def plain(word: str) -> str:
    """Without accents."""
    return unicodedata.normalize("NFD", word).encode("ascii", "ignore").decode()


class Writer:
    """Writes on one or two subjects, with one source of chance."""

    def __init__(self, seed: int):
        self.chance = random.Random(seed)  # noqa: S311
        self.subjects = self.chance.sample(subjects(), 2)

    def draw(self, name: str) -> str:
        words, weights = vocabulary()[name]
        return words[bisect(weights, self.chance.random() * weights[-1])]

    def noun(self) -> tuple[str, str, str]:
        """(singular, plural, gender): of the subject two times out of three."""
        chance = self.chance.random()
        subject = self.subjects[0] if chance < 0.5 else self.subjects[1]
        gender = "m" if self.chance.random() < 0.5 else "f"
        word = self.draw(f"{subject if chance < 0.65 else 'general'} {gender}")
        singular, _, plural = word.partition("/")
        return singular, plural or plural_of(singular), gender

    def group(self, before: str = "") -> str:
        """A noun with its article and sometimes an adjective, after « de » or « à » when asked."""
        singular, plural, gender = self.noun()
        many = self.chance.random() < 0.4
        noun = plural if many else singular
        text = self.article(noun, gender, many, before) + noun
        if self.chance.random() < 0.3:
            text += " " + agreed(self.draw("adjectifs"), gender, many)
        return text

    def article(self, noun: str, gender: str, many: bool, before: str) -> str:
        chance = self.chance.random()
        if chance < 0.6:
            return definite(noun, gender, many, before)
        if many:
            word = self.chance.choice(("plusieurs ", "ces ", "nos ", "leurs ", "trois ", "douze "))
        elif elides(noun):
            word = ("un " if gender == "m" else "une ") if chance < 0.9 else "notre "
        else:
            word = self.chance.choice(("un ", "ce ") if gender == "m" else ("une ", "cette "))
        joint = "d’" if before == "de" and word[0] in VOWELS else f"{before} " if before else ""
        return joint + word

    def link(self) -> str:
        if self.chance.random() < 0.7:
            return f"{self.draw('liens')} {self.group()}"
        return f"{self.draw('liens_de')} {self.group('de')}"

    def clause(self) -> str:
        singular, plural, gender = self.noun()
        many = self.chance.random() < 0.4
        noun = plural if many else singular
        verb, _, verbs = self.draw("verbes").partition("/")
        verbs = verbs or verb + "nt"
        words = [self.article(noun, gender, many, "") + noun, verbs if many else verb]
        if self.chance.random() < 0.2:
            words.append(self.draw("adverbes"))
        words.append(self.group())
        if self.chance.random() < 0.55:
            words.append(self.group("de"))
        if self.chance.random() < 0.5:
            words.append(self.link())
        return " ".join(words)

    def sentence(self) -> str:
        text = self.clause()
        if self.chance.random() < 0.3:
            text = f"{self.draw('débuts')} {text}"
        if self.chance.random() < 0.35:
            text = joined(f"{text}, {self.draw('suites')}", self.clause())
        if self.chance.random() < 0.1:
            text += f" ({self.draw('lieux')}, {self.chance.randint(2019, 2026)})"
        if self.chance.random() < 0.12:
            text += f"\u202f: {self.chance.randint(3, 98)} {self.noun()[1]}"
        return text[0].upper() + text[1:] + "."


def joined(text: str, clause: str) -> str:
    """Both in a row, « que » elided where it must be."""
    if text.endswith(" que") and clause[0] in VOWELS:
        return f"{text[:-1]}’{clause}"
    return f"{text} {clause}"


@cache
def definite(noun: str, gender: str, many: bool, before: str) -> str:
    """The definite article, contracted with « de » or elided."""
    if many:
        return "des " if before == "de" else "les "
    article = "l’" if elides(noun) else "le " if gender == "m" else "la "
    if before == "de":
        return "du " if article == "le " else f"de {article}"
    return article


@cache
def elides(noun: str) -> bool:
    return plain(noun.replace("œ", "oe"))[0].lower() in VOWELS and noun not in ASPIRATED


@cache
def plural_of(word: str) -> str:
    if word.endswith(("s", "x", "z")):
        return word
    return word[:-1] + "ux" if word.endswith("al") else word + "s"


@cache
def agreed(adjective: str, gender: str, many: bool) -> str:
    if adjective in IRREGULAR:
        return IRREGULAR[adjective][2 * many + (gender == "f")]
    if gender == "m":
        return plural_of(adjective) if many else adjective
    return feminine(adjective) + ("s" if many else "")


def feminine(adjective: str) -> str:
    if adjective.endswith("e"):
        return adjective
    for ending, other in FEMININE.items():
        if adjective.endswith(ending):
            return adjective.removesuffix(ending) + other
    return adjective + "e"


@cache
def vocabulary() -> dict[str, tuple[list[str], list[float]]]:
    """Words of each section, with cumulated weights after Zipf's law."""
    found, name = {}, ""
    for line in WORDS.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            name = line.strip("[]")
        elif line and not line.startswith("#"):
            words = [word.replace("_", " ") for word in line.split()]
            weights = list(accumulate(1 / (rank + 3) for rank in range(len(words))))
            found[name] = (words, weights)
    return found


@cache
def subjects() -> list[str]:
    names = {name.split()[0] for name in vocabulary() if name.endswith((" m", " f"))}
    return sorted(names - {"general"})
