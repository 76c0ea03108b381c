"""When letters are tried again, and when a person's digest is due."""

from datetime import datetime, timedelta

from guildbook.notices.models import MailSetting, Rhythm

# After the last of these a letter is given up: some four days in all.
MOST_ATTEMPTS = 11
FIRST_PAUSE, LONGEST_PAUSE = timedelta(minutes=1), timedelta(days=1)


def pause_after(attempts: int) -> timedelta:
    """How long to wait after so many failed attempts: one minute, then three times as long each time, up to a day."""
    times: int = 3 ** min(attempts - 1, 9)
    return min(FIRST_PAUSE * times, LONGEST_PAUSE)


def last_digest_time(setting: MailSetting, now: datetime) -> datetime | None:
    """The newest moment, not after `now`, at which the person's digest should leave; None where none ever does."""
    if setting.rhythm not in (Rhythm.DAILY, Rhythm.WEEKLY):
        return None
    local = now.astimezone(setting.clock)
    moment = local.replace(hour=setting.hour, minute=0, second=0, microsecond=0)
    if moment > local:
        moment -= timedelta(days=1)
    if setting.rhythm == Rhythm.WEEKLY:
        moment -= timedelta(days=moment.weekday())
    return moment


def mailed_at_once(setting: MailSetting, kind: str, *, urgent: bool) -> bool:
    """Whether the person wants a notice of this kind by a letter of its own."""
    if setting.rhythm == Rhythm.NONE or kind in setting.muted:
        return False
    return urgent or setting.rhythm == Rhythm.AT_ONCE
