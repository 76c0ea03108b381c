"""A small book with an alliance, its members, two shared units and a round that asks about all of them."""

from datetime import date

from django.contrib.auth import get_user_model

from guildbook.directory.models import Organisation
from guildbook.kit.actions import rewrite
from guildbook.kit.actors import SYSTEM, actor_for
from guildbook.kit.record_types import by_name
from guildbook.mandates.models import Mandate
from guildbook.rounds.checks import Cell
from guildbook.rounds.models import Round, Submission

PASSWORD = "lanlanlan1"
QUESTIONS = [
    {"code": "students", "text": {"en": "Students"}, "kind": "whole", "about": "organisation", "need": "needed",
     "indicator": "students", "least": 0, "most": 100000, "jump": 20},
    {"code": "men", "text": {"en": "Men"}, "kind": "whole", "about": "organisation", "need": "optional"},
    {"code": "women", "text": {"en": "Women"}, "kind": "whole", "about": "organisation", "need": "optional"},
    {"code": "budget", "text": {"en": "Budget"}, "kind": "money", "about": "organisation", "need": "optional",
     "unit": "USD"},
    {"code": "hostel", "text": {"en": "Is there a hostel?"}, "kind": "yes-no", "about": "organisation",
     "need": "optional"},
    {"code": "level", "text": {"en": "Level"}, "kind": "choice", "about": "organisation", "need": "optional"},
    {"code": "trained", "text": {"en": "People trained"}, "kind": "whole", "about": "unit", "need": "needed",
     "indicator": "trained"},
]  # fmt: skip
OPTIONS = [{"question": "level", "value": value, "text": {"en": value.title()}} for value in ("low", "high")]
CHECKS = [{"left": "students", "relation": "equals", "right": "men + women", "weight": "warning"}]


def put(record_type, /, **document):
    return rewrite(SYSTEM, by_name(record_type), document, "test")


def organisation(n, place="north", **more):
    return put(
        "organisation", key=f"organisation-{n}", kind="school", place=place,
        names=[{"text": f"Organisation {n}", "language": "en"}], **more,
    )  # fmt: skip


def member(n, place="north", alliance="alliance-0", **more):
    made = organisation(n, place)
    put("membership", key=f"m-{alliance}-{n}", alliance=alliance, organisation=made.key, state="admitted", **more)
    return made


def indicator(key):
    definition = {"counts": [], "subjects": {}}
    put(
        "indicator",
        key=key,
        title={"en": key.title()},
        text={"en": f"All {key}."},
        theme="learners",
        definition=definition,
    )


def unit(key, **partners):
    rows = [{"organisation": name.replace("_", "-"), "role": role} for name, role in partners.items()]
    put("unit", key=key, names={"en": key}, kind="workshop", state="open", partners=rows)


def shelf(members=3):
    """Two countries, an alliance with members, a unit shared by the first two, two indicators."""
    for key in ("north", "south"):
        put("place", key=key, names={"en": key.title()}, kind="country")
    put("alliance", key="alliance-0", names=[{"text": "Alliance 0", "language": "en"}])
    for n in range(members):
        member(n, "south" if n % 3 == 2 else "north")
    unit("unit-0", organisation_0="founder", organisation_1="host")
    indicator("students")
    indicator("trained")


def round_document(key="round-0", **changed):
    return {
        "key": key, "title": {"en": "Year 2024"}, "alliance": "alliance-0", "period": "2024", "deadline": "2030-03-31",
        "questions": QUESTIONS, "options": OPTIONS, "checks": CHECKS, **changed,
    }  # fmt: skip


def make_round(key="round-0", **changed):
    """A round in preparation."""
    return put("round", **round_document(key, **changed))


def person(name, organisation="", duty="lead"):
    """Somebody who signs in, with a mandate."""
    user = get_user_model().objects.create_user(name, email=f"{name}@example.org", password=PASSWORD)
    if organisation:
        held = Organisation.objects.get(key=organisation)
        Mandate.objects.create(user=user, organisation=held, duty=duty, since=date(2020, 1, 1), given_by="test")
    return user


def acting(user):
    return actor_for(user.get_username(), user.pk, is_staff=user.is_staff)


def submission(n, held="round-0"):
    found = Submission.objects.select_related("round__alliance", "organisation")
    return found.get(round__key=held, organisation__key=f"organisation-{n}")


def the_round(key="round-0"):
    return Round.objects.select_related("alliance").get(key=key)


STUDENTS, MEN, WOMEN, BUDGET, HOSTEL, LEVEL = (
    Cell(code) for code in ("students", "men", "women", "budget", "hostel", "level")
)
TRAINED = Cell("trained", "unit", "unit-0")
