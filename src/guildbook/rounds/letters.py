"""What people are told of rounds: kinds of notice, each a sentence made of what was kept."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from guildbook.kit.format import date_text
from guildbook.kit.texts import pick
from guildbook.notices.registry import NoticeKind

Data = Mapping[str, Any]


def _said(data: Data) -> dict[str, str]:
    return {
        "round": pick(data["round"]).text,
        "member": pick(data["organisation"]).text,
        "day": date_text(data.get("due") or ""),
    }


def opened(data: Data) -> str:
    """A round asks an organisation."""
    return _("“%(round)s” asks for the answers of %(member)s by %(day)s.") % _said(data)


def due(data: Data) -> str:
    """The day is near."""
    return _("The answers of %(member)s to “%(round)s” are due by %(day)s.") % _said(data)


def overdue(data: Data) -> str:
    """The day has passed."""
    return _("The answers of %(member)s to “%(round)s” were due by %(day)s and have not come in.") % _said(data)


def sent_back(data: Data) -> str:
    """Answers came back with remarks."""
    return _("The answers of %(member)s to “%(round)s” came back with remarks.") % _said(data)


def approved(data: Data) -> str:
    """Answers were approved."""
    return _("The answers of %(member)s to “%(round)s” are approved. Thank you.") % _said(data)


def reopened(data: Data) -> str:
    """Approved answers were opened again."""
    return _("The answers of %(member)s to “%(round)s” were opened again: %(why)s") % {
        **_said(data),
        "why": data.get("why", ""),
    }


KINDS = (
    NoticeKind("round-opened", gettext_lazy("A round asks you"), gettext_lazy("A new round of questions"), opened),
    NoticeKind("round-due", gettext_lazy("Answers are due soon"), gettext_lazy("Answers are due soon"), due),
    NoticeKind(
        "round-overdue", gettext_lazy("Answers are overdue"), gettext_lazy("Answers are overdue"), overdue, True
    ),
    NoticeKind(
        "round-sent-back", gettext_lazy("Answers came back"), gettext_lazy("Answers came back"), sent_back, True
    ),
    NoticeKind("round-approved", gettext_lazy("Answers approved"), gettext_lazy("Answers approved"), approved),
    NoticeKind(
        "round-reopened", gettext_lazy("Answers opened again"), gettext_lazy("Answers opened again"), reopened, True
    ),
)
