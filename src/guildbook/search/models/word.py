"""Words of names, for spellings that come near one."""

from django.db import models

LONGEST_WORD = 60


class SearchWord(models.Model):
    """A word that stands, or once stood, in the name of a published record.

    Words are added and not taken out: a correction is offered only after it has found a record that may be seen.
    """

    word = models.CharField(max_length=LONGEST_WORD, unique=True)

    class Meta:
        verbose_name = "search word"

    def __str__(self) -> str:
        return self.word
