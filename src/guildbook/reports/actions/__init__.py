"""Every write of reports: drafts kept, numbers let stand, publication, new editions, and what is contradicted since."""

from guildbook.reports.actions.editions import begin_edition
from guildbook.reports.actions.publishing import publish
from guildbook.reports.actions.saving import acknowledge, save_report, write_text
from guildbook.reports.actions.standing import recheck

__all__ = ["acknowledge", "begin_edition", "publish", "recheck", "save_report", "write_text"]
