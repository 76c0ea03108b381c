"""What people are told of agreements: kinds of notice, each a sentence made of what was kept."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from guildbook.agreements.models.agreement import SigningState
from guildbook.kit.format import date_text
from guildbook.kit.texts import pick
from guildbook.notices.registry import NoticeKind

Data = Mapping[str, Any]


def _title(data: Data) -> dict[str, str]:
    return {"title": pick(data["title"]).text}


def circulated(data: Data) -> str:
    """A text waits for approval and signature."""
    return _("“%(title)s” was sent to you to read, approve and sign.") % _title(data)


def taken_back(data: Data) -> str:
    """What was sent is being rewritten."""
    return _("“%(title)s” was taken back to be rewritten; you will be asked again.") % _title(data)


def answered(data: Data) -> str:
    """A party approved, declined or signed."""
    said = {**_title(data), "party": pick(data["party"]).text}
    if data["signing"] == SigningState.SIGNED:
        return _("%(party)s has signed “%(title)s”.") % said
    if data["signing"] == SigningState.APPROVED:
        return _("%(party)s approves “%(title)s” and has not signed yet.") % said
    return _("%(party)s will not sign “%(title)s”: %(why)s") % {**said, "why": data.get("why", "")}


def signed(data: Data) -> str:
    """Every party has signed."""
    return _("Every party has signed “%(title)s”.") % _title(data)


def expiring(data: Data) -> str:
    """The end of a term is near."""
    return _("“%(title)s” ends on %(day)s. Renew it, or let it end.") % {**_title(data), "day": date_text(data["day"])}


def ended(data: Data) -> str:
    """A term is over."""
    return _("“%(title)s” ends on %(day)s.") % {**_title(data), "day": date_text(data["day"])}


def waiting(data: Data) -> str:
    """A party has not answered."""
    return _("“%(title)s” waits for your signature.") % _title(data)


KINDS = (
    NoticeKind(
        "agreement-circulated",
        gettext_lazy("an agreement to sign"),
        gettext_lazy("An agreement to sign"),
        circulated,
        urgent=True,
    ),
    NoticeKind(
        "agreement-taken-back",
        gettext_lazy("an agreement taken back"),
        gettext_lazy("An agreement was taken back"),
        taken_back,
    ),
    NoticeKind(
        "agreement-answered",
        gettext_lazy("a party's answer to an agreement"),
        gettext_lazy("A party has answered"),
        answered,
    ),
    NoticeKind(
        "agreement-signed",
        gettext_lazy("an agreement signed by all"),
        gettext_lazy("An agreement is signed"),
        signed,
    ),
    NoticeKind(
        "agreement-expiring",
        gettext_lazy("an agreement that ends soon"),
        gettext_lazy("An agreement ends soon"),
        expiring,
    ),
    NoticeKind("agreement-ended", gettext_lazy("an agreement's end"), gettext_lazy("An agreement ends"), ended),
    NoticeKind(
        "agreement-waiting",
        gettext_lazy("a signature that is still open"),
        gettext_lazy("A signature is still open"),
        waiting,
    ),
)
