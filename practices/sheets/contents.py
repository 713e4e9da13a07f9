"""The parts of a fiche in the order in which they are read: the page and its files follow it."""

from django.utils.translation import gettext_lazy as _

# Anchor, title, and what must be told for the part to be shown: one of these at least.
CONTENTS = (
    ("definition", _("De quoi parle-t-on ?"), ("definition", "for_whom")),
    ("pourquoi", _("Pourquoi s’en saisir ?"), ("why", "facts")),
    ("objectifs", _("Objectifs possibles"), ("objectives",)),
    ("outils", _("Outils et modalités d’action"), ("tools",)),
    ("methode", _("La méthode, étape par étape"), ("steps",)),
    ("acteurs", _("Acteurs à mobiliser"), ("role_ri", "role_eco", "actors")),
    ("juridique", _("Cadre juridique"), ("legal", "cautions", "laws")),
    ("financements", _("Financements"), ("funding_lines",)),
    ("exemples", _("Exemples"), ("examples",)),
    ("indicateurs", _("Mesurer"), ("indicators",)),
    ("questions", _("Questions que l’élu·e posera"), ("questions",)),
    ("faq", _("Questions fréquentes"), ("faq",)),
    ("mots", _("Mots à connaître"), ("terms",)),
    ("lectures", _("Pour aller plus loin"), ("references",)),
    ("signatures", _("Qui a écrit, relu, validé"), ("authors", "validated_by")),
    ("versions", _("Journal des versions"), ()),
)
