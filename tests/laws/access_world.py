"""Objects that the access table's addresses need: functions from a World to the address's arguments."""

from dataclasses import dataclass
from uuid import uuid4

from allauth.mfa.models import Authenticator
from django.core.files.base import ContentFile
from django.core.mail import EmailMultiAlternatives

from aict import mailbox
from aict.alerts import signed as alerts_signed
from aict.moderation import drafts, reading_gate
from aict.moderation.kinds import KINDS
from aict.moderation.models import Attachment, Reading, VerifiedBy
from aict.moderation.preview_links import preview_key
from aict.moderation.verification import key_of
from aict.people.models import User
from partnerships.actors import merging
from partnerships.funding.following import key_of as key_of_following
from partnerships.introductions import signed
from practices.events.registering import seats
from practices.events.registering.signed import key_of as key_of_registration
from practices.exchange import signed as exchange_signed
from tests.alerts import factories as alerts
from tests.dossiers import factories as dossiers
from tests.events import factories as events
from tests.exchange import making as exchange
from tests.lessons import making as lessons
from tests.partnerships import actors, funding, introductions, links
from tests.partnerships import factories as published_rows
from tests.partnerships import workflow as partnerships
from tests.people import factories
from tests.practices import factories as practices
from tests.practices import spreadsheets, workflow
from tests.publications import factories as publications
from tests.sheets import workflow as sheets


@dataclass
class World:
    """One person of each role; what is made belongs to `officer`."""

    officer: User
    other: User
    coordinator: User
    administrator: User

    def person(self, role: str) -> User | None:
        return None if role == "visitor" else getattr(self, role)


def make_world() -> World:
    elsewhere = factories.territory(level="region", code="53", name="Bretagne")
    return World(
        officer=factories.officer(),
        other=factories.officer(territory=elsewhere),
        coordinator=factories.coordinator(),
        administrator=factories.administrator(),
    )


def membership(world: World) -> dict:
    return {"pk": world.officer.memberships.get().pk}


def waiting_membership(world: World) -> dict:
    service = factories.service("economie", "Développement économique")
    waiting = factories.membership(world.officer, service_=service, confirmed=False)
    return {"pk": waiting.pk}


def officer_pk(world: World) -> dict:
    return {"pk": world.officer.pk}


def officers_key(world: World) -> dict:
    key = Authenticator.objects.create(user=world.officer, type="webauthn", data={"name": "clé"})
    return {"pk": key.pk}


def draft(world: World) -> dict:
    return {"key": str(workflow.draft(world.officer).token)}


def draft_part(world: World) -> dict:
    return draft(world) | {"part": "moyens"}


def draft_token(world: World) -> dict:
    return {"token": workflow.draft(world.officer).token}


def partnership_draft(world: World) -> dict:
    return {"key": str(partnerships.draft(world.officer).token)}


def partnership_part(world: World) -> dict:
    return partnership_draft(world) | {"part": "acteurs"}


def published_partnership(world: World) -> dict:
    return {"slug": published_rows.partnership().slug}


def funding_published(world: World) -> dict:
    return {"slug": published_rows.funding().slug}


def funding_followed(world: World) -> dict:
    return {"key": key_of_following(funding.followed(world.officer))}


def funding_draft(world: World) -> dict:
    return {"key": str(funding.draft(world.officer).token)}


def funding_part(world: World) -> dict:
    return funding_draft(world) | {"part": "chiffres"}


def event(world: World) -> dict:
    return {"slug": events.event().slug}


def open_event(world: World) -> dict:
    return {"slug": events.event(registrable=True).slug}


def registration(world: World):
    given = {"name": "Ana", "organisation": "Ville", "email": "ana@exemple.example"}
    return seats.confirm(seats.ask(events.event(registrable=True), given))


def registration_key(world: World) -> dict:
    return {"key": key_of_registration(registration(world))}


def registration_pk(world: World) -> dict:
    row = registration(world)
    return {"slug": row.event.slug, "pk": row.pk}


def event_draft(world: World) -> dict:
    return {"key": str(events.draft(world.officer).token)}


def event_part(world: World) -> dict:
    return event_draft(world) | {"part": "programme"}


def sheet_published(world: World) -> dict:
    return {"slug": sheets.published().slug}


def sheet_draft(world: World) -> dict:
    return {"key": str(sheets.draft(world.coordinator).token)}


def sheet_part(world: World) -> dict:
    return sheet_draft(world) | {"part": "outils"}


def joined_file(world: World) -> dict:
    contribution = workflow.draft(world.officer)
    kept = Attachment.objects.create(
        contribution=contribution,
        kind="document",
        file=ContentFile(b"%PDF-", name="bilan.pdf"),
        content_type="application/pdf",
        size=5,
        name="Bilan",
    )
    return {"token": kept.token, "name": kept.file_name}


def import_checked(world: World) -> dict:
    content = spreadsheets.csv_of(["1", "Un titre", "", ""])
    run = spreadsheets.imported(content, world.coordinator, store=False)
    run.file.save("essai.csv", ContentFile(content))
    return {"token": run.token}


def asked_to_other(world: World) -> Reading:
    contribution = workflow.submitted(world.officer)
    return reading_gate.ask(contribution, world.other, world.coordinator)


def reading_of_other(world: World) -> dict:
    return {"pk": asked_to_other(world).pk}


def text_read_by_other(world: World) -> dict:
    return {"token": asked_to_other(world).contribution.token}


def remark(world: World) -> dict:
    contribution = workflow.draft(world.officer)
    said = contribution.remarks.create(part="moyens", text="Combien ?", author=world.officer)
    return {"pk": said.pk, "name": "resoudre"}


def sheet_token(world: World) -> dict:
    return {"token": sheets.published().contribution.token}


def sheet_section(world: World) -> dict:
    return sheet_token(world) | {"part": "pourquoi"}


def proposal_of_other(world: World) -> dict:
    contribution = sheets.published().contribution
    made = contribution.proposals.create(
        part="pourquoi", base_number=1, data={"why": "Autrement."}, why="Vu.", author=world.other
    )
    return {"pk": made.pk}


def own_published(world: World) -> dict:
    return {"token": workflow.published(world.officer).contribution.token}


def still_true_key(world: World) -> dict:
    contribution = workflow.published(world.officer).contribution
    return {"key": key_of(contribution, VerifiedBy.SUBJECT)}


def links_checked(world: World, store: bool = False) -> dict:
    links.references()
    content = links.csv_of(["Saint-Ouen", "", "Rostock", "Allemagne"])
    run = links.imported(content, world.coordinator, store)
    run.file.save("liens.csv", ContentFile(content))
    return {"token": run.token}


def link_in_doubt(world: World) -> dict:
    return links_checked(world, store=True) | {"number": 2}


def abandoning(world: World) -> dict:
    return draft_token(world) | {"transition": "abandon"}


def shared_draft(world: World) -> dict:
    return {"key": preview_key(workflow.draft(world.officer))}


def submitted_token(world: World) -> dict:
    return {"token": workflow.submitted(world.officer).token}


def submitted_version(world: World) -> dict:
    return submitted_token(world) | {"number": 1}


def published(world: World) -> dict:
    return {"slug": practices.practice().slug}


def actor(world: World) -> dict:
    return {"slug": actors.actor().slug}


def actor_draft(world: World) -> dict:
    kind, text = KINDS["actor"], actors.answers()
    return {"key": str(drafts.start(kind, uuid4(), text, world.officer)[0].token)}


def actor_draft_part(world: World) -> dict:
    return actor_draft(world) | {"part": "champ"}


def two_actors(world: World) -> dict:
    return {"kept": actors.actor().slug, "left": actors.actor().slug}


def merged_actors(world: World) -> dict:
    done = merging.merge(actors.actor(), actors.actor(), world.coordinator)
    return {"pk": done.pk}


def observatory_table(world: World) -> dict:
    return {"slug": "niveaux"}


def territory(world: World) -> dict:
    return {"key": world.officer.memberships.get().territory.key}


def alert_asked(world: World) -> dict:
    return {"key": alerts_signed.confirm_key(alerts.alert(confirmed_at=None))}


def alert_managed(world: World) -> dict:
    return {"key": alerts_signed.manage_key(alerts.alert().reader)}


def alert_changed(world: World) -> dict:
    row = alerts.alert()
    return {"key": alerts_signed.manage_key(row.reader), "token": row.token}


def alert_stopped(world: World) -> dict:
    return {"key": alerts_signed.stop_key(alerts.alert().reader)}


def own_alert(world: World) -> dict:
    return {"token": alerts.alert(user=world.officer).token}


def publication(world: World) -> dict:
    return {"slug": publications.publication().slug}


def publication_draft(world: World) -> dict:
    return {"key": str(publications.draft(world.officer).token)}


def publication_part(world: World) -> dict:
    return publication_draft(world) | {"part": "contenu"}


def need(world: World) -> dict:
    return {"token": introductions.need(world.officer).token}


def asked(world: World) -> dict:
    return {"token": introductions.at("sent", world.officer).token}


def withdrawing(world: World) -> dict:
    return asked(world) | {"transition": "withdraw"}


def answer_key(world: World) -> dict:
    return {"key": signed.key_of(introductions.at("sent", world.officer))}


def lesson(world: World) -> dict:
    return {"slug": lessons.lesson().slug}


def statement(world: World) -> dict:
    return {"token": lessons.at("submitted", world.officer).token}


def statement_withdrawing(world: World) -> dict:
    return statement(world) | {"transition": "withdraw"}


def question(world: World) -> dict:
    return {"token": exchange.question(world.officer).token}


def question_withdrawing(world: World) -> dict:
    return question(world) | {"transition": "withdraw"}


def question_key(world: World) -> dict:
    made = exchange.at("forwarded", world.officer)
    return {"key": exchange_signed.answer_key(made, exchange.team_of(made))}


def reuse(world: World) -> dict:
    return {"token": exchange.reuse(world.officer).token}


def reuse_withdrawing(world: World) -> dict:
    return reuse(world) | {"transition": "withdraw"}


def reuse_key(world: World) -> dict:
    return {"key": exchange_signed.follow_key(exchange.reuse(world.officer))}


def first_version(world: World) -> dict:
    return {"number": 0}


def local_letter(world: World) -> dict:
    mail = EmailMultiAlternatives("Objet", "Texte", to=["a@exemple.example"])
    mail.attach_alternative("<p>Texte</p>", "text/html")
    mailbox.Backend().send_messages([mail])
    return {"name": mailbox.letters()[0].name}


def published_token(world: World) -> dict:
    return {"token": practices.practice().contribution.token}


def dossier(world: World) -> dict:
    return {"token": dossiers.ready(world.officer).token}


def dossier_link(world: World) -> dict:
    link, _key = dossiers.shared(world.officer)
    return {"token": link.dossier.token, "pk": link.pk}


def dossier_key(world: World) -> dict:
    return {"key": dossiers.shared(world.officer)[1]}
