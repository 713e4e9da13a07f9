"""Free words of the demonstration: sorted into themes by the words they hold, three quotes that two people let through."""

from aict.people.models import User
from aict.taxonomies.models import Need
from surveys.models import Survey
from surveys.texts import quoting, reading
from surveys.texts.coding import code
from surveys.texts.models import Quote, Theme

QUESTION, OTHER = "q25", "Autres attentes"
# Theme → its need, the words that tell it.
THEMES: dict[str, tuple[str, tuple[str, ...]]] = {
    "Des exemples comparables": ("trouver-des-exemples", ("exemple", "expérience", "fiche")),
    "Des contacts et des acteurs": (
        "trouver-un-acteur",
        ("qui appeler", "mise en relation", "interlocuteur", "contact", "métier"),
    ),
    "Des financements lisibles": ("trouver-un-financement", ("financement",)),
    "Des outils et des méthodes": (
        "m-outiller",
        ("outil", "méthode", "formation", "calendrier"),
    ),
    "Convaincre les élues et les élus": ("sensibiliser-les-elus", ("convaincre",)),
}
QUOTES = (
    ("Des exemples comparables", "Des exemples de collectivités de notre taille, avec le budget et le temps passé."),
    ("Des contacts et des acteurs", "Nos élues et nos élus demandent d’aider les entreprises, mais ce n’est pas notre métier : il faut travailler avec l’économie."),
    ("Des financements lisibles", "Comprendre les financements : nous ne savons pas lesquels s’adressent à nous."),
)  # fmt: skip


def sort(survey: Survey) -> dict[str, Theme]:
    """Give a theme to every text; returns the themes by label."""
    needs = {need.slug: need for need in Need.objects.in_use()}
    wanted = {label: needs.get(slug) for label, (slug, _words) in THEMES.items()} | {OTHER: None}
    themes = {
        label: Theme.objects.create(survey=survey, question=QUESTION, label=label, need=need)
        for label, need in wanted.items()
    }
    for row in reading.texts(survey, QUESTION):
        told = [label for label, (_slug, words) in THEMES.items() if holds(row["text"], words)]
        code(survey, QUESTION, row["pk"], {themes[label].pk for label in told or [OTHER]})
    return themes


def holds(text: str, words: tuple[str, ...]) -> bool:
    return any(word in text.lower() for word in words)


def quote(survey: Survey, themes: dict[str, Theme], writer: User, reader: User) -> None:
    for label, text in QUOTES:
        made = Quote(survey=survey, question=QUESTION, text=text, theme=themes[label])
        quoting.judge(quoting.propose(made, writer), made.version, True, "", reader)
