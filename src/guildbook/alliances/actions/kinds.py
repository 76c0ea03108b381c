"""The kinds of notice that alliances send."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from guildbook.kit.format import day_text
from guildbook.kit.texts import pick
from guildbook.notices.registry import NoticeKind

Data = Mapping[str, Any]


def _named(words: Callable[[], str]) -> Callable[[Data], str]:
    """A sentence with the organisation's and the alliance's name in the reader's language, and what was written."""

    def sentence(data: Data) -> str:
        names = {
            "name": pick(data.get("name") or {}).text,
            "alliance": pick(data.get("alliance") or {}).text,
            "day": day_text(date.fromisoformat(data["until"])) if data.get("until") else "",
        }
        said = words() % names
        return f"{said}\n\n{data['text']}" if data.get("text") else said

    return sentence


RECEIVED, ANSWERED, TAKEN_BACK = "application-received", "application-answered", "application-withdrawn"
ASKED, ADMITTED, DECLINED = "application-asked", "application-admitted", "application-declined"
ENDING, ENDED, RENEWED = "membership-ending", "membership-ended", "membership-renewed"
OFFICE = "office-handed-over"

NOTICE_KINDS = (
    NoticeKind(
        RECEIVED,
        gettext_lazy("somebody applies to join your alliance"),
        gettext_lazy("A new application"),
        _named(lambda: _("%(name)s applies to join %(alliance)s.")),
    ),
    NoticeKind(
        ANSWERED,
        gettext_lazy("an applicant answers"),
        gettext_lazy("An applicant has answered"),
        _named(lambda: _("%(name)s has answered about its application to %(alliance)s.")),
    ),
    NoticeKind(
        TAKEN_BACK,
        gettext_lazy("an applicant withdraws"),
        gettext_lazy("An application was withdrawn"),
        _named(lambda: _("%(name)s has withdrawn its application to %(alliance)s.")),
    ),
    NoticeKind(
        ASKED,
        gettext_lazy("an alliance has a question about your application"),
        gettext_lazy("A question about your application"),
        _named(lambda: _("%(alliance)s has a question about your application:")),
        urgent=True,
    ),
    NoticeKind(
        ADMITTED,
        gettext_lazy("your application is granted"),
        gettext_lazy("Your application is granted"),
        _named(lambda: _("%(alliance)s has admitted %(name)s. Welcome!")),
        urgent=True,
    ),
    NoticeKind(
        DECLINED,
        gettext_lazy("your application is declined"),
        gettext_lazy("Your application"),
        _named(lambda: _("%(alliance)s has not admitted %(name)s, for this reason:")),
        urgent=True,
    ),
    NoticeKind(
        ENDING,
        gettext_lazy("a membership ends soon"),
        gettext_lazy("A membership ends soon"),
        _named(lambda: _("The membership of %(name)s in %(alliance)s ends on %(day)s. It can be renewed.")),
    ),
    NoticeKind(
        RENEWED,
        gettext_lazy("a membership is renewed"),
        gettext_lazy("A membership is renewed"),
        _named(lambda: _("%(alliance)s has renewed the membership of %(name)s.")),
    ),
    NoticeKind(
        ENDED,
        gettext_lazy("a membership is ended"),
        gettext_lazy("A membership has ended"),
        _named(lambda: _("The membership of %(name)s in %(alliance)s ends on %(day)s.")),
    ),
    NoticeKind(
        OFFICE,
        gettext_lazy("an office changes hands"),
        gettext_lazy("An office has changed hands"),
        _named(lambda: _("%(name)s now holds an office of %(alliance)s.")),
    ),
)
