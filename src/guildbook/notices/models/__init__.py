"""Notices, the letters that leave the house, and how each person wants to be told."""

from guildbook.notices.models.letter import Letter, LetterState
from guildbook.notices.models.notice import Notice
from guildbook.notices.models.setting import DutyDone, MailSetting, Rhythm

__all__ = ["DutyDone", "Letter", "LetterState", "MailSetting", "Notice", "Rhythm"]
