"""Search documents: what a published record is found by, worked out from the record and never entered."""

from django.db import models

# Raised whenever the same record would give another document; `guildbook reindex` then works all of them out anew.
VERSION = 1


class SearchDocument(models.Model):
    """What one published record is found by. A record that is not published has none.

    `names` are [text, language, role]; `spelt`, `sounds` and `initials` have a line for each of them, between line
    ends: the name as search compares it, its pinyin with a capital at each syllable (GuangXi), the first letters of
    those. `body` is every other text of the record, spelt. `meaning` is the text by which a vector is made,
    `content` the key of that vector.
    """

    kind = models.CharField(max_length=30)
    record_id = models.BigIntegerField()
    key = models.CharField(max_length=120)
    names = models.JSONField(default=list)
    spelt = models.TextField()
    sounds = models.TextField()
    initials = models.TextField()
    body = models.TextField()
    meaning = models.TextField()
    content = models.CharField(max_length=64, db_index=True)
    version = models.PositiveSmallIntegerField(default=VERSION, db_index=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "record_id"], name="document_of_record")]
        verbose_name = "search document"

    def __str__(self) -> str:
        return f"{self.kind}/{self.key}"
