"""Vectors: what a text means, kept by the text's content, so that no text is embedded twice."""

from django.db import models


class Vector(models.Model):
    """The vector of one text by one model; `value` is half-precision numbers, lowest byte first."""

    model = models.CharField(max_length=100)
    key = models.CharField(max_length=64)
    value = models.BinaryField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["key", "model"], name="vector_of_content")]
        verbose_name = "vector"

    def __str__(self) -> str:
        return f"{self.model} {self.key[:12]}"
