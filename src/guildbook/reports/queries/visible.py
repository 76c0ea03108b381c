"""What an actor may read of reports; every read for a person starts here."""

from django.db.models import QuerySet

from guildbook.directory.models import Organisation
from guildbook.kit.actors import Actor
from guildbook.kit.models import Status
from guildbook.kit.queries import visible
from guildbook.kit.rules import kept_by
from guildbook.reports.models import Report


def visible_reports(actor: Actor) -> QuerySet[Report]:
    """Reports the actor may see."""
    return visible(Report.objects.select_related("alliance", "corrects"), actor)


def reports_of(actor: Actor, alliance: Organisation) -> QuerySet[Report]:
    """What an alliance published, newest first."""
    return visible_reports(actor).filter(alliance=alliance.pk).order_by("-published", "key")


def drafts_of(actor: Actor) -> QuerySet[Report]:
    """Reports being written that the actor keeps; for staff of the book all of them."""
    drafts = visible_reports(actor).filter(status=Status.DRAFT).order_by("key")
    if actor.is_staff:
        return drafts
    kept = kept_by(actor, Report)
    return drafts.none() if kept is None else drafts.filter(kept)


def contradicted_of(actor: Actor) -> QuerySet[Report]:
    """Published reports the actor keeps that the book contradicts since."""
    found = visible_reports(actor).filter(status=Status.PUBLISHED, standing="contradicted").order_by("key")
    kept = kept_by(actor, Report)
    return found if actor.is_staff else found.none() if kept is None else found.filter(kept)


def next_edition(report: Report) -> Report | None:
    """The draft that is to correct a report, if somebody began one."""
    return Report.objects.filter(corrects=report.pk).exclude(status=Status.WITHDRAWN).order_by("-edition").first()
