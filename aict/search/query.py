"""What a reader typed, made into a PostgreSQL query and into a tree of words. Pure functions."""

import re
from dataclasses import dataclass

LONGEST = 200
# French stop words that accents or plural hide from PostgreSQL's own list.
COMMON = """
a afin ainsi alors ceci cela celle celles celui cette ceux chez comme dont entre est et été êtes étais
était étant ete fait faire la là le les leur leurs lors même mêmes meme où par parmi plus pour quand
que quel quelle quelles quels qui quoi sans sauf selon sous tous tout toute toutes tres très un une vers à
"""
TOO_COMMON = frozenset(COMMON.split())
PARTS = re.compile(r'-?"[^"]*"|\S+')
# PostgreSQL reads « COVID-19 » as a word, then the number -19: so it must be asked.
NUMBERED = re.compile(r"\w-\d")
TOKENS = re.compile(r"'(?:[^']|'')*'|<->|<\d+>|[&|!()]")


@dataclass(frozen=True)
class Word:
    lexeme: str

    def __str__(self):
        return "'" + self.lexeme.replace("'", "''") + "'"


@dataclass(frozen=True)
class Not:
    inner: "Node"

    def __str__(self):
        return f"!({self.inner})"


@dataclass(frozen=True)
class Join:
    """`operator` is "&", "|" or a distance ("<->")."""

    operator: str
    left: "Node"
    right: "Node"

    def __str__(self):
        return f"({self.left} {self.operator} {self.right})"


Node = Word | Not | Join


def clean(text: str) -> str:
    """`text` for websearch_to_tsquery: without words found in every text, « ou » understood, and
    compound words taken apart. Quoted parts stay as they are."""
    kept = []
    for part in PARTS.findall(text.replace("«", '"').replace("»", '"').replace("’", "'")):
        if part.startswith(('"', '-"')):
            kept.append(part)
        elif part.lower() == "ou":
            kept.append("or")
        elif NUMBERED.search(part):
            kept.append(part)
        else:
            sign = "-" if part.startswith("-") else ""
            words = [word for word in re.split(r"[-']", part) if word]
            kept += [sign + word for word in words if worth_searching(word)]
    return " ".join(kept)


def worth_searching(word: str) -> bool:
    return word.lower() not in TOO_COMMON and (len(word) > 1 or word.isdigit())


def parse(tsquery: str) -> Node | None:
    """The tree of a query as PostgreSQL prints it; None when no word is left."""
    tokens = TOKENS.findall(tsquery)[::-1]
    return _binary(tokens, 0) if tokens else None


LOOSEST_FIRST = (("|",), ("&",), ("<",))


def _binary(tokens: list[str], level: int) -> Node:
    if level == len(LOOSEST_FIRST):
        return _single(tokens)
    node = _binary(tokens, level + 1)
    while tokens and tokens[-1][0] in LOOSEST_FIRST[level]:
        operator = tokens.pop()
        node = Join(operator, node, _binary(tokens, level + 1))
    return node


def _single(tokens: list[str]) -> Node:
    piece = tokens.pop()
    if piece == "!":
        return Not(_single(tokens))
    if piece == "(":
        node = _binary(tokens, 0)
        tokens.pop()
        return node
    return Word(piece[1:-1].replace("''", "'"))


def wanted(node: Node | None) -> tuple[str, ...]:
    """Lexemes that count for a text (not those it must lack), each once, in their order."""
    if isinstance(node, Word):
        return (node.lexeme,)
    if isinstance(node, Join):
        return tuple(dict.fromkeys(wanted(node.left) + wanted(node.right)))
    return ()
