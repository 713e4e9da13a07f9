"""What does not fit between a project and one line, each remark with where its rule was read."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from aict.ui.dates import long_date
from aict.ui.numbers import money_exact, percent
from partnerships.funding.status import Status
from partnerships.montage.plan import HUNDRED, Check, Level, Line, Project, Rules, cents, share


def checks_of(
    line: Line, amount: Decimal, own: Decimal, project: Project, lines: Sequence[Line]
) -> Iterator[Check]:
    """Every remark on one line. A line typed freely is only counted."""
    rules = line.rules
    if rules is None:
        yield Check(
            Level.UNKNOWN, "Hors du répertoire : ses règles ne sont pas connues ici, vérifiez-les."
        )
        return
    yield from check_amount(amount, project.total, rules)
    yield from check_own_share(own, project.total, rules)
    yield from check_dates(project, rules)
    yield from check_eligibility(project, rules)
    yield from check_prerequisites(line, rules)
    yield from check_combination(line, rules, lines)


def check_amount(amount: Decimal, total: Decimal, rules: Rules) -> Iterator[Check]:
    bounds = (rules.amount_min, rules.amount_max, rules.rate_min, rules.rate_max)
    if all(bound is None for bound in bounds):
        yield Check(
            Level.UNKNOWN,
            "Ni montant ni taux ne sont renseignés : demandez-les au financeur.",
            rules.page,
            rules.verified_on,
        )
        return
    asked = f"{money_exact(amount)}, soit {percent(share(amount, total), 1)} du coût"
    wrong = list(out_of_bounds(amount, total, rules))
    for words in wrong:
        yield Check(Level.BLOCKING, f"{asked} : {words}.", rules.figures_source, rules.figures_on)
    if not wrong:
        yield Check(
            Level.FINE,
            f"{asked} : dans les limites connues.",
            rules.figures_source,
            rules.figures_on,
        )


def out_of_bounds(amount: Decimal, total: Decimal, rules: Rules) -> Iterator[str]:
    if rules.amount_min is not None and amount < rules.amount_min:
        yield f"le minimum est de {money_exact(rules.amount_min)}"
    if rules.amount_max is not None and amount > rules.amount_max:
        yield f"le maximum est de {money_exact(rules.amount_max)}"
    for rate, word, over in ((rules.rate_min, "minimal", False), (rules.rate_max, "maximal", True)):
        if rate is None:
            continue
        bound = cents(total * rate / HUNDRED)
        if amount > bound if over else amount < bound:
            yield f"le taux {word} est de {percent(rate, 2)}, soit {money_exact(bound)} ici"


def check_own_share(own: Decimal, total: Decimal, rules: Rules) -> Iterator[Check]:
    if rules.own_share_min is None:
        return
    wanted = cents(total * rules.own_share_min / HUNDRED)
    told = f"La collectivité apporte {percent(share(own, total), 1)} du coût"
    least = percent(rules.own_share_min, 2)
    if own >= wanted:
        level, words = Level.FINE, f"{told} : {least} au moins sont demandés."
    else:
        lacking = money_exact(wanted - own)
        level = Level.BLOCKING
        words = f"{told} : il en faut {least}, soit {lacking} de plus."
    yield Check(level, words, rules.figures_source, rules.figures_on)


def check_dates(project: Project, rules: Rules) -> Iterator[Check]:
    """Whether one may still apply before the project starts."""
    level, words = dates_in_words(project, rules)
    yield Check(level, words, rules.page, rules.verified_on)
    if rules.predeposit and rules.status != Status.CLOSED:
        day = long_date(rules.predeposit)
        told = (
            f"Le prédépôt était attendu le {day} au plus tard : demandez s’il est encore possible."
            if rules.predeposit_over
            else f"Prédépôt à faire le {day} au plus tard."
        )
        yield Check(Level.WARNING, told, rules.page, rules.verified_on)


def dates_in_words(project: Project, rules: Rules) -> tuple[Level, str]:
    if rules.status == Status.CLOSED and rules.closes:
        day = long_date(rules.closes)
        return Level.BLOCKING, f"Clos depuis le {day} : guettez une prochaine session."
    if rules.status == Status.UPCOMING and rules.opens:
        day = long_date(rules.opens)
        if project.start and rules.opens > project.start:
            return Level.BLOCKING, f"N’ouvre que le {day}, après le début du projet."
        return Level.WARNING, f"Pas encore ouvert : dépôt à partir du {day}."
    if rules.status == Status.PERMANENT:
        return Level.FINE, "Le dépôt est possible toute l’année."
    if rules.closes:
        day = long_date(rules.closes)
        if rules.status == Status.CLOSING:
            return Level.WARNING, f"Bientôt clos : déposez avant le {day} inclus."
        return Level.FINE, f"Ouvert jusqu’au {day} inclus."
    return Level.UNKNOWN, "Les dates de dépôt sont à vérifier auprès du financeur."


def check_eligibility(project: Project, rules: Rules) -> Iterator[Check]:
    """Who, where, what for. What the project does not say is not judged."""

    def told(level: Level, words: str) -> Check:
        return Check(level, words, rules.page, rules.verified_on)

    if project.body:
        if not rules.bodies:
            yield told(Level.UNKNOWN, "Les bénéficiaires ne sont pas renseignés.")
        elif project.body not in rules.bodies:
            yield told(Level.BLOCKING, "Votre type de structure n’est pas parmi les bénéficiaires.")
        else:
            yield told(Level.FINE, "Votre type de structure est parmi les bénéficiaires.")
    if project.countries:
        yield told(*countries_in_words(project, rules))
    if project.category:
        if not rules.categories:
            yield told(Level.UNKNOWN, "La catégorie d’action visée n’est pas renseignée.")
        elif project.category not in rules.categories:
            yield told(Level.WARNING, "Ce financement vise une autre catégorie d’action.")
        else:
            yield told(Level.FINE, "Ce financement vise cette catégorie d’action.")


def countries_in_words(project: Project, rules: Rules) -> tuple[Level, str]:
    if rules.countries is None:
        zone = f" (« {rules.zone} »)" if rules.zone else ""
        return Level.UNKNOWN, f"Les pays éligibles sont à vérifier{zone}."
    left = [name for code, name in project.countries.items() if code not in rules.countries]
    if not left:
        return Level.FINE, "Le ou les pays partenaires sont éligibles."
    outside = f"Hors des pays éligibles connus : {', '.join(left)}"
    if rules.zone:
        return Level.UNKNOWN, f"{outside}. À vérifier : la zone est « {rules.zone} »."
    level = Level.BLOCKING if len(left) == len(project.countries) else Level.WARNING
    return level, f"{outside}."


def check_prerequisites(line: Line, rules: Rules) -> Iterator[Check]:
    for place, words in enumerate(rules.prerequisites):
        level = Level.FINE if place in line.done else Level.WARNING
        told = "Préalable rempli" if place in line.done else "À faire avant de déposer"
        yield Check(level, f"{told} : {words}", rules.page, rules.verified_on)


def check_combination(line: Line, rules: Rules, lines: Sequence[Line]) -> Iterator[Check]:
    """Only when the directory says with what it combines."""
    others = [o for o in lines if o is not line and o.rules and o.slug]
    for other in others:
        if rules.combines_with and other.slug not in rules.combines_with:
            yield Check(
                Level.UNKNOWN,
                f"Le cumul avec « {other.name} » n’est pas renseigné.",
                rules.page,
                rules.verified_on,
            )
