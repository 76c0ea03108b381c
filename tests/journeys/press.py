"""The five press texts, and one number of a text changed."""

from journeys.site import ROOT

PRESS = ROOT / "demo" / "press"


def path(number):
    return next(PRESS.glob(f"{number:03}_*.txt"))


def text(number):
    return path(number).read_text(encoding="utf-8")


def altered(number, sentence, other):
    """The text with one sentence put differently."""
    assert text(number).count(sentence) == 1
    return text(number).replace(sentence, other)
