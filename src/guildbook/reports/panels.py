"""What reports show on the pages of alliances, and on the desks of those who keep them."""

from django.utils.translation import gettext as _

from guildbook.directory.models import Organisation
from guildbook.faces.tables import list_panel
from guildbook.kit.actors import Actor
from guildbook.kit.panels import Panel, offer
from guildbook.reports.queries import contradicted_of, drafts_of, reports_of
from guildbook.reports.records import REPORT
from guildbook.reports.rules import may_publish
from guildbook.reviews.registry import Todo

COLUMNS = ("kind", "published", "standing")
MOST_TODOS = 20


def of_alliance(alliance: Organisation, actor: Actor) -> Panel | None:
    """What an alliance published."""
    return list_panel(_("reports"), REPORT, reports_of(actor, alliance), COLUMNS, f"/reports/?alliance={alliance.key}")


def todos(actor: Actor) -> list[Todo]:
    """Reports to finish, and published ones that the book contradicts; staff of the book keep none of their own."""
    if not actor.keeps:
        return []
    made = []
    for report in drafts_of(actor)[:MOST_TODOS]:
        said = _("Check and publish: %(name)s") if may_publish(actor, report) else _("Go on writing: %(name)s")
        made.append(Todo(said % {"name": str(report)}, f"/reports/{report.key}"))
    for report in contradicted_of(actor)[:MOST_TODOS]:
        said = _("The book contradicts a report: %(name)s")
        made.append(Todo(said % {"name": str(report)}, f"/reports/{report.key}"))
    return made


def offer_panels() -> None:
    """Offer the panel of alliances."""
    offer("alliance", of_alliance)
