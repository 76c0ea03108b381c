"""Who may publish a report: in an alliance's name its secretariat, else who leads the organisation that keeps it."""

from __future__ import annotations

from guildbook.kit.actors import Actor
from guildbook.kit.models import Status
from guildbook.reports.models import Report


def may_publish(actor: Actor, report: Report) -> bool:
    """Whether the actor may publish the report, let its numbers stand and begin a new edition."""
    if actor.is_staff:
        return True
    if report.alliance_id is not None:
        return report.alliance_id in actor.serves
    return report.steward_id is not None and report.steward_id in actor.leads


def may_write(actor: Actor, report: Report) -> bool:
    """Whether the actor may change the report's text: its keepers, as long as it is a draft."""
    own = report.steward_id in actor.keeps or report.alliance_id in actor.keeps
    return report.status == Status.DRAFT and (actor.is_staff or own)
