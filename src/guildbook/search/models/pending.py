"""Records kept by the thousand, whose search documents are still to be made."""

from django.db import models


class Pending(models.Model):
    """A record whose document is to be made anew; `spelt` are the names its last document had, as that spelt them.

    A record kept again before its turn has a row for each time: what showed any of those names is done anew too.
    """

    kind = models.CharField(max_length=30)
    record_id = models.BigIntegerField()
    spelt = models.TextField(default="")

    class Meta:
        verbose_name = "record to be found soon"

    def __str__(self) -> str:
        return f"{self.kind}/{self.record_id}"
