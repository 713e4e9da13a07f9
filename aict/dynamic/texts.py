"""The first text of the page, before any coordinator has changed it. Facts only, each with its date."""

LEAD = (
    "Des collectivités qui agissent à l’international, et à qui l’on demande désormais ce que cela "
    "apporte à l’économie de leur territoire : la dynamique thématique les réunit."
)

PURPOSE = """\
On demande de plus en plus à l’action internationale des collectivités des résultats économiques ici, avec moins \
de moyens, et personne ne mesure vraiment ce qu’elle apporte. Celles et ceux à qui on le demande travaillent le plus \
souvent aux relations internationales ; une bonne part du sujet se joue au développement économique, le service d’à côté.

La dynamique met en commun ce qui reste d’ordinaire dans les messageries :

- des **exemples** de stratégies et de projets, racontés par celles et ceux qui les mènent ;
- des **fiches-repères**, relues et tenues à jour ;
- des **contacts** : acteurs économiques, pairs, financements ;
- une **enquête** sur les besoins, et ce que l’on fait des réponses.

Elle tient en trois entrées : l’internationalisation des entreprises, la promotion du territoire, la coopération \
internationale quand elle mobilise les acteurs économiques de chaque côté.
"""

MILESTONES = """\
## Mars 2012 : une première étude

Un séminaire sur la dimension économique du développement durable dans la coopération décentralisée donne lieu à une étude.

## Juin 2013 : un état des lieux

Une deuxième étude décrit où en est la coopération décentralisée économique.

## 19 septembre 2023 : l’atelier de lancement

Un atelier réunit les collectivités intéressées. La dynamique thématique est lancée à sa suite.

## 2024 : gastronomie et terroir

Un atelier explore ce que la gastronomie et les produits d’un terroir ouvrent comme portes à l’international.

## 2024 : l’enquête sur les besoins

Les collectivités disent ce qu’elles font, ce que leurs élues et élus demandent et ce qui leur manque. Une première restitution a lieu la même année.

## 2025 : annoncés

Deux fiches-repères, « Gastronomie et terroir » et « Les acteurs économiques du territoire », et l’analyse de l’enquête.
"""

PERSPECTIVES = """\
- Faire vivre cette plateforme : chaque pratique publiée est relue, datée, puis vérifiée à un rythme choisi par son équipe.
- Mesurer ce que l’action internationale apporte **ici**, avec des indicateurs simples et un niveau de preuve dit en toutes lettres.
- Rapprocher les services des relations internationales et du développement économique, qui se partagent le sujet.
- Suivre la reprise des idées d’une collectivité à l’autre, réussites et renoncements compris.
"""

GOVERNANCE = """\
## La coordination

Elle relit ce qui est proposé, demande des compléments, tient les fiches-repères à jour, prépare les ateliers et met en relation. \
Personne n’y décide seul de son propre texte.

## Les collectivités membres

Leurs agents racontent leurs actions, répondent aux questions de leurs pairs et participent aux ateliers. \
L’appartenance de chacun à sa collectivité est confirmée.

## Les acteurs associés

Chambres consulaires, agences, pôles, réseaux : ils disent ce qu’ils peuvent apporter, et sont sollicités par le relais.

## Les élues et les élus

Elles et ils lisent sans compte. Les orientations de la dynamique sont discutées dans les rencontres annuelles.
"""
