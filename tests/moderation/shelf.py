"""Files sent to a contribution as its page sends them, and what is then kept."""

from pathlib import Path

from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from aict.moderation import attachments, drafts
from aict.moderation.models import Attachment
from tests.moderation import samples

ALT = {"image-alt": "Le pavillon vu de l’entrée", "image-credit": "Ville, Licence Ouverte"}


def stored() -> list[Path]:
    return [path for path in Path(settings.MEDIA_ROOT).rglob("*") if path.is_file()]


def send(client, contribution, content: bytes, name: str, kind="document", **more):
    sent = {f"{kind}-file": SimpleUploadedFile(name, content), kind: "1", **more}
    return client.post(reverse("moderation:files", args=[contribution.token]), sent)


def joined(contribution, content=None, name="bilan.pdf", kind="document", by=None, **told):
    content = content or samples.pdf()
    given = attachments.Given(SimpleUploadedFile(name, content), name, len(content), **told)
    return attachments.add(
        contribution, given, Attachment.Kind(kind), by or contribution.editors.get()
    )


def picture(contribution, by=None, content=None):
    told = {"alt": "Le port", "credit": "Ville"}
    content = content or samples.image()
    return joined(contribution, content, "port.png", "image", by, **told)


def reads(client, attachment) -> int:
    return read(client, attachment)[0].status_code


def read(client, attachment, query="", **more):
    """The answer and what it carries, read to its end so that the file is closed."""
    answer = client.get(attachment.get_absolute_url() + query, **more)
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content
    return answer, content


def nothing_changed(contribution):
    assert stored() == []
    assert not Attachment.objects.exists()
    assert "attachments" not in drafts.text_in_hand(contribution).data
