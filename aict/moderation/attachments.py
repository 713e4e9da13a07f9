"""The files of a contribution: added to the text in hand, kept as long as a version names them."""

from dataclasses import dataclass
from functools import partial
from pathlib import PurePath
from typing import BinaryIO
from uuid import uuid4

from django.core.exceptions import ValidationError
from django.core.files import File
from django.db import transaction
from django.db.models import Exists, Func, JSONField, OuterRef, QuerySet, TextField
from django.db.models.functions import Cast

from aict.moderation import drafts
from aict.moderation.attached import KEY, named_in
from aict.moderation.files import recognise
from aict.moderation.models import Attachment, Contribution, Revision

MOST = 30


@dataclass(frozen=True)
class Given:
    """A file someone sends, with what they say of it."""

    file: BinaryIO
    file_name: str
    size: int
    name: str = ""
    alt: str = ""
    credit: str = ""


def add(contribution: Contribution, given: Given, kind: Attachment.Kind, by) -> Attachment:
    """Store the file and name it in the text in hand.

    Raises ValidationError when the file is not acceptable, Refused when the state forbids; then
    nothing is stored, neither row nor file."""
    made = prepared(contribution, given, kind, by)
    stored_as = made.file.field.generate_filename(made, str(made.file.name))
    try:
        with transaction.atomic():
            made.save()
            change_names(contribution, lambda names: with_one_more(names, made), by)
    except BaseException:
        made.file.storage.delete(stored_as)
        raise
    return made


def prepared(contribution, given: Given, kind: Attachment.Kind, by) -> Attachment:
    """The row still to be saved, its file checked; an image is made anew."""
    found = recognise(given.file, given.file_name, given.size)
    if found.is_image != (kind == Attachment.Kind.IMAGE):
        raise ValidationError(
            "C’est une image : ajoutez-la comme image, avec son texte alternatif et son crédit."
            if found.is_image
            else "Ce n’est pas une image : ajoutez ce fichier comme document."
        )
    token, size, width, height = uuid4(), given.size, None, None
    content, content_type, suffix = given.file, found.content_type, found.suffix
    if found.is_image:
        from aict.moderation import images  # 3 MB of Pillow that pages never need

        content, (width, height) = images.made_anew(given.file)
        size, content_type, suffix = content.getbuffer().nbytes, images.CONTENT_TYPE, images.SUFFIX
    stem = PurePath(given.file_name).stem.replace("_", " ")
    return Attachment(
        token=token,
        contribution=contribution,
        kind=kind,
        file=File(content, name=f"{token}{suffix}"),
        content_type=content_type,
        size=size,
        width=width,
        height=height,
        name=(given.name or stem)[:150],
        alt=given.alt,
        credit=given.credit,
        uploaded_by=by,
    )


def with_one_more(names: list[str], made: Attachment) -> list[str]:
    if len(names) >= MOST:
        raise ValidationError(f"Ce texte a déjà {MOST} pièces et images : retirez-en une d’abord.")
    return [*names, str(made.token)]


@transaction.atomic
def remove(contribution: Contribution, token: str, by) -> None:
    """Stop naming the file in the text in hand; it is deleted once no version names it."""
    if token not in named_in(drafts.text_in_hand(contribution).data):
        return
    change_names(contribution, lambda names: [name for name in names if name != token], by)
    forget_unnamed(contribution.attachments.filter(token=token))


def forget_unnamed(found: QuerySet[Attachment]) -> int:
    """Delete, rows and files, those among `found` that no version names. Returns how many."""
    token = Func(
        Cast(OuterRef("token"), TextField()),
        function="jsonb_build_array",
        output_field=JSONField(),
    )
    naming = Revision.objects.filter(
        contribution=OuterRef("contribution"), data__attachments__contains=token
    )
    unnamed = list(found.exclude(Exists(naming)))
    for attachment in unnamed:
        transaction.on_commit(partial(attachment.file.storage.delete, str(attachment.file.name)))
    Attachment.objects.filter(pk__in=[attachment.pk for attachment in unnamed]).delete()
    return len(unnamed)


def change_names(contribution: Contribution, change, by) -> None:
    """Rewrite the list of the text in hand, which is of no part: parts open meanwhile are saved all
    the same."""
    locked = Contribution.objects.select_for_update().get(pk=contribution.pk)
    text = drafts.text_in_hand(locked)
    draft = drafts.save(locked, {KEY: change(named_in(text.data))}, text.lock_no, by)
    # Signed as a part is: who joins a file does not judge it.
    draft.hands.update_or_create(part=KEY, by=by, defaults={"lock_no": draft.lock_no})


def is_public(attachment: Attachment) -> bool:
    """Named by the version that is on line."""
    if not attachment.contribution.live:
        return False
    online = attachment.contribution.revisions.filter(accepted=True).first()
    return online is not None and str(attachment.token) in named_in(online.data)
