"""Files kept beside records."""

from guildbook.files.models.attachment import Attachment

__all__ = ["Attachment"]
