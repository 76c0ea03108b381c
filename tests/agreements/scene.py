"""Three parties, an alliance that keeps their agreement, and the people who act for each."""

from datetime import date

from django.contrib.auth import get_user_model

from guildbook.agreements.models import Agreement
from guildbook.directory.models import Organisation
from guildbook.kit.actors import Actor, actor_for
from guildbook.mandates.models import Mandate
from portal.books import keep

DAY = date(2026, 3, 2)
PARTIES = ("college-1", "college-2", "college-3")
TEXT = "Article 1. The parties found a school.\nArticle 2. It opens in spring."
WORDS = "第一条 各方共同办学。\n第二条 春季开学。"


def person(name: str, organisation: str, duty: str = "lead") -> Actor:
    """Somebody who acts for an organisation, as the book sees them after signing in."""
    user, made = get_user_model().objects.get_or_create(username=name, defaults={"email": f"{name}@example.org"})
    if made:
        user.set_password("lanlanlan1")
        user.save()
    held = Organisation.objects.get(key=organisation)
    Mandate.objects.get_or_create(user=user, organisation=held, duty=duty, since=date(2020, 1, 1), given_by="test")
    return actor_for(name, user.pk)


def keep_bodies() -> None:
    """A place, an alliance and three colleges with a head each."""
    keep("place", "north", names={"en": "Northland"}, kind="country")
    keep("alliance", "guild", names=[{"text": "Synthetic guild", "language": "en"}], place="north")
    for n, key in enumerate(PARTIES, 1):
        names = [{"text": f"Synthetic college {n}", "language": "en"}]
        keep("organisation", key, kind="school", place="north", names=names)
        keep("person", f"head-{n}", names={"en": f"Synthetic head {n}"})
        keep("role", f"head-of-{n}", person=f"head-{n}", organisation=key, title={"en": "head"}, since="2020")


def keep_agreement(**columns: object) -> Agreement:
    """A draft of three parties in two languages, of which the English text decides."""
    versions = [
        {"number": 1, "language": "en", "standing": "authentic", "title": "Pact", "text": TEXT},
        {"number": 1, "language": "zh-Hans", "standing": "translation", "title": "协议", "text": WORDS},
    ]
    held = {
        "title": {"en": "Synthetic pact", "zh-Hans": "合成协议"},
        "kind": "framework",
        "state": "draft",
        "status": "draft",
        "alliance": "guild",
        "parties": [{"organisation": key, "signing": "invited"} for key in PARTIES],
        "versions": versions,
    }
    agreement = keep("agreement", "pact", **{**held, **columns})
    assert isinstance(agreement, Agreement)
    return agreement


def signed_rows(day: str = "2024-05-01") -> list[dict[str, str]]:
    """The parties' rows once all have signed."""
    return [{"organisation": key, "signing": "signed", "signed": day, "method": "on-paper"} for key in PARTIES]
