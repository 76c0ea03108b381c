"""What people are told about proposals."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from guildbook.kit.texts import pick
from guildbook.notices.registry import NoticeKind


def _said(text: str, data: Mapping[str, Any]) -> str:
    return text % {"record": pick(data["record"]).text, "organisation": pick(data["organisation"]).text}


KINDS = (
    NoticeKind(
        "proposal-waiting",
        gettext_lazy("changes that wait for your approval"),
        gettext_lazy("A change waits for your approval"),
        lambda data: _said(_("%(organisation)s proposes a change of “%(record)s”."), data),
    ),
    NoticeKind(
        "proposal-accepted",
        gettext_lazy("your changes that were approved"),
        gettext_lazy("A change of yours was approved"),
        lambda data: _said(_("Your change of “%(record)s” was approved."), data),
    ),
    NoticeKind(
        "proposal-returned",
        gettext_lazy("your changes that were sent back"),
        gettext_lazy("A change of yours was sent back with remarks"),
        lambda data: _said(_("Your change of “%(record)s” was sent back with remarks."), data),
    ),
)
