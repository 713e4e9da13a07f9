"""Lists that the pages to read show."""

from django.utils.translation import gettext_lazy as _

# What is kept on a person who has an account, and for how long.
KEPT = (
    (_("Pour vous reconnaître"), _("Adresse électronique, mot de passe (haché) ou clé d’accès, codes de secours. Gardés tant que le compte existe.")),
    (_("Pour savoir au nom de qui vous écrivez"), _("Nom affiché, fonction, collectivité, service. Gardés tant que le compte existe.")),
    (_("Ce que vous écrivez"), _("Brouillons, versions, demandes de correction, pièces jointes. Gardés avec la contribution, qui appartient à la collectivité.")),
    (_("Ce qui s’est passé"), _("Journal des décisions : qui a soumis, demandé, accepté, et quand. Gardé avec la contribution ; votre nom en est retiré si vous effacez votre compte.")),
    (_("Vos mises en relation"), _("Votre demande, les réponses et leurs dates. Gardées pour en tirer les besoins non servis ; votre nom en est retiré si vous effacez votre compte.")),
    (_("Vos questions et vos reprises"), _("La question, la réponse, ce que votre collectivité a repris. Le service s’affiche, jamais votre nom ; il est retiré si vous effacez votre compte.")),
    (_("Vos dossiers"), _("Le texte, les pièces, les liens de lecture et le nombre de lectures, jamais qui a lu. Ils restent à vos collègues, ou sont effacés avec votre compte si vous étiez seul·e.")),
    (_("Vos pages gardées et vos alertes"), _("La liste des pages et des recherches. Connue de vous seul·e, effacée avec le compte.")),
    (_("Messages envoyés"), _("Les courriels de suivi, le temps de leur envoi.")),
)  # fmt: skip

HELP = (
    (_("Trois mots avant de commencer"), "mots"),
    (_("Chercher"), "chercher-aide"),
    (_("Lire une fiche-repère"), "fiches-aide"),
    (_("Proposer une pratique"), "proposer-aide"),
    (_("Trouver un partenaire, un acteur"), "partenariats-aide"),
    (_("Demander une mise en relation"), "relation-aide"),
    (_("Préparer un dossier pour son élu·e"), "dossier-aide"),
    (_("Questionner, s’inspirer, raconter"), "echanges-aide"),
    (_("Répondre à une enquête, lire ses résultats"), "enquetes-aide"),
    (_("Partir d’un besoin"), "besoins-aide"),
    (_("Recevoir les nouveautés"), "alertes-aide"),
    (_("Ce que valent les résultats"), "preuve"),
    (_("Vous êtes élu·e"), "elus"),
    (_("Vous coordonnez un réseau"), "coordination"),
    (_("Nous écrire"), "contact"),
)
