"""How a person wants to be told."""

from collections.abc import Sequence

from guildbook.accounts.models import User
from guildbook.notices.models import MailSetting, Rhythm
from guildbook.notices.queries import setting_of


def choose(user: User, rhythm: str, hour: int, zone: str, muted: Sequence[str]) -> MailSetting:
    """Keep how often, when and of what a person wants letters; raises ValidationError for what cannot be chosen."""
    held = setting_of(user)
    held.rhythm, held.hour, held.zone, held.muted = rhythm, hour, zone, sorted(set(muted))
    held.full_clean()
    held.save()
    return held


def stop_letters(setting: MailSetting) -> None:
    """Send the person no more letters; what they are told stays on their page of notices."""
    MailSetting.objects.filter(pk=setting.pk).update(rhythm=Rhythm.NONE)
