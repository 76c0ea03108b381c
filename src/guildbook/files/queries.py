"""What an actor may see of files: those of owners they see, and where they keep the owner, those not public as well."""

from pathlib import Path

from django.conf import settings
from django.db.models import QuerySet

from guildbook.files.models import Attachment
from guildbook.files.registry import owner_of
from guildbook.kit.actors import Actor
from guildbook.kit.record_types import by_name
from guildbook.kit.rules import may_keep


def may_see_owner(actor: Actor, kind: str, key: str) -> bool:
    """Whether the actor sees what a file would belong to."""
    owner = owner_of(kind)
    if owner is not None:
        return owner.may_see(actor, key)
    record_type = by_name(kind)
    return record_type is not None and record_type.visible(actor).filter(key=key).exists()


def may_attach(actor: Actor, kind: str, key: str) -> bool:
    """Whether the actor may attach files there, withdraw them, and see those that are not public."""
    owner = owner_of(kind)
    if owner is not None:
        return owner.may_attach(actor, key)
    record_type = by_name(kind)
    record = record_type.visible(actor).filter(key=key).first() if record_type is not None else None
    return record is not None and record_type is not None and may_keep(actor, record_type, record)


def may_withdraw(actor: Actor, attachment: Attachment) -> bool:
    """Whether the actor may withdraw a file: who sent it, and who keeps the record; elsewhere, who may attach there."""
    kind, key = attachment.record_type, attachment.record_key
    if not may_attach(actor, kind, key):
        return False
    record_type = by_name(kind)
    if record_type is None or attachment.who == actor.name:
        return True
    record = record_type.visible(actor).filter(key=key).first()
    return record is not None and may_keep(actor, record_type, record)


def attachments_of(actor: Actor, record_type_name: str, record_key: str) -> list[Attachment]:
    """The files beside an owner that the actor may see, oldest first; withdrawn ones are not among them."""
    if not may_see_owner(actor, record_type_name, record_key):
        return []
    found = _held(record_type_name, record_key).filter(withdrawn_at=None)
    return list(found if may_attach(actor, record_type_name, record_key) else found.filter(public=True))


def attachment_for(actor: Actor, number: int) -> Attachment | None:
    """A file by its number, or None where there is none for this actor; whoever keeps the owner sees withdrawn ones."""
    found = Attachment.objects.filter(pk=number).first()
    if found is None or not may_see_owner(actor, found.record_type, found.record_key):
        return None
    open_to_all = found.public and found.withdrawn_at is None
    return found if open_to_all or may_attach(actor, found.record_type, found.record_key) else None


def content_path(digest: str) -> Path:
    """Where the content of that SHA-256 lies."""
    root: Path = settings.FILES
    return root / digest[:2] / digest[2:4] / digest


def _held(kind: str, key: str) -> QuerySet[Attachment]:
    return Attachment.objects.filter(record_type=kind, record_key=key)
