"""Writes of the files area: attach, and withdraw; nothing is ever deleted."""

from __future__ import annotations

import hashlib
import os
import tempfile
from pathlib import Path
from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import UploadedFile
from django.utils import timezone
from django.utils.translation import gettext as _

from guildbook.files.models import Attachment
from guildbook.files.queries import content_path, may_attach, may_withdraw
from guildbook.files.rules import MOST_BYTES, clean_name, media_type, wrong_with
from guildbook.kit.actions import NOT_YOURS
from guildbook.kit.actors import Actor
from guildbook.kit.documents import DocumentError, Fault

# Files beside one owner; more than this is no file of documents but somebody's mistake.
MOST_FILES = 200


def attach(
    actor: Actor,
    record_type_name: str,
    record_key: str,
    upload: UploadedFile[Any] | tuple[str, bytes],
    *,
    label: str = "",
    public: bool = True,
    part: str = "",
    permitted: bool = False,
) -> Attachment:
    """Keep a file beside a record or another owner; the same file in the same place is kept once.

    `upload` is what a form sent, or a name with bytes; `part` names the part of the owner it belongs to; `permitted`:
    the caller is an action whose own rule said that the actor may. Raises PermissionDenied, or DocumentError saying
    why the file is not taken (empty, over 25 MB, or not what its name claims).
    """
    if not (permitted or may_attach(actor, record_type_name, record_key)):
        raise PermissionDenied(str(NOT_YOURS))
    sent, data = _read(upload)
    name = clean_name(sent)
    if why := wrong_with(name, data):
        raise DocumentError([Fault("file", why)])
    held = Attachment.objects.filter(record_type=record_type_name, record_key=record_key)
    digest = hashlib.sha256(data).hexdigest()
    again = held.filter(sha256=digest, name=name, part=part, public=public, withdrawn_at=None).first()
    if again is not None:
        return again
    if held.count() >= MOST_FILES:
        raise DocumentError([Fault("file", _("There are %(n)s files here already.") % {"n": MOST_FILES})])
    _store(digest, data)
    return Attachment.objects.create(
        record_type=record_type_name,
        record_key=record_key,
        part=part,
        sha256=digest,
        name=name,
        media_type=media_type(name, data),
        size=len(data),
        label=" ".join(label.split())[:160],
        public=public,
        who=actor.name,
    )


def withdraw(actor: Actor, attachment: Attachment) -> None:
    """Take a file out of sight, for who sent it or keeps its owner; it stays, with who withdrew it and when."""
    if not may_withdraw(actor, attachment):
        raise PermissionDenied(str(NOT_YOURS))
    if attachment.withdrawn_at is None:
        attachment.withdrawn_by, attachment.withdrawn_at = actor.name, timezone.now()
        attachment.save(update_fields=["withdrawn_by", "withdrawn_at"])


def _read(upload: UploadedFile[Any] | tuple[str, bytes]) -> tuple[str, bytes]:
    """Name and content; of what is too large only as much as shows it."""
    if isinstance(upload, tuple):
        return upload
    upload.seek(0)
    return str(upload.name or ""), upload.read(MOST_BYTES + 1)


def _store(digest: str, data: bytes) -> None:
    """Write the content where its hash says, whole or not at all; a content that lies there whole is left alone."""
    path = content_path(digest)
    if path.exists() and path.stat().st_size == len(data):
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".begun-")
    begun = Path(name)
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(data)
            out.flush()
            os.fsync(out.fileno())
        begun.replace(path)
    finally:
        begun.unlink(missing_ok=True)
