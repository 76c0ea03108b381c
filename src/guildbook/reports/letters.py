"""What people are told of reports: that the book contradicts one they keep."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from guildbook.kit.format import number_text
from guildbook.kit.texts import pick
from guildbook.notices.registry import NoticeKind


def _contradicted(data: Mapping[str, Any]) -> str:
    n = int(data["n"])
    said = ngettext(
        "“%(title)s” is published, and the book contradicts %(n)s of its figures since.",
        "“%(title)s” is published, and the book contradicts %(n)s of its figures since.",
        n,
    )
    return said % {"title": pick(data["title"]).text, "n": number_text(n)}


CONTRADICTED = NoticeKind(
    name="report-contradicted",
    label=_("The book contradicts a report"),
    subject=_("The book contradicts a report"),
    text=_contradicted,
)
