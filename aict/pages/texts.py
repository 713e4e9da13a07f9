"""Lists that the pages to read show."""

from django.utils.translation import gettext_lazy as _

# What is kept on a person who has an account, and for how long.
KEPT = (
    (_("Pour vous reconnaître"), _("Adresse électronique, mot de passe (haché) ou clé d’accès, codes de secours. Gardés tant que le compte existe.")),
    (_("Pour savoir au nom de qui vous écrivez"), _("Nom affiché, fonction, collectivité, service. Gardés tant que le compte existe.")),
    (_("Ce que vous écrivez"), _("Brouillons, versions, demandes de correction, pièces jointes. Gardés avec la contribution, qui appartient à la collectivité.")),
    (_("Ce qui s’est passé"), _("Journal des décisions : qui a soumis, demandé, accepté, et quand. Gardé avec la contribution ; votre nom en est retiré si vous effacez votre compte.")),
    (_("Vos mises en relation"), _("Votre demande, les réponses et leurs dates. Gardées pour en tirer les besoins non servis ; votre nom en est retiré si vous effacez votre compte.")),
    (_("Messages envoyés"), _("Les courriels de suivi, le temps de leur envoi.")),
)  # fmt: skip

HELP = (
    (_("Trois mots avant de commencer"), "mots"),
    (_("Chercher"), "chercher-aide"),
    (_("Proposer une pratique"), "proposer-aide"),
    (_("Trouver un partenaire, un acteur"), "partenariats-aide"),
    (_("Demander une mise en relation"), "relation-aide"),
    (_("Ce que valent les résultats"), "preuve"),
    (_("Vous êtes élu·e"), "elus"),
    (_("Vous coordonnez un réseau"), "coordination"),
    (_("Nous écrire"), "contact"),
)
