"""Organisations by name, across scripts: who may be meant by a name that somebody wrote."""

import datetime as dt
from functools import lru_cache

from django.utils.translation import gettext_lazy as _

from guildbook.directory.models import OrganisationName
from guildbook.directory.queries.visible import visible_organisations
from guildbook.kit.actors import PUBLIC
from guildbook.kit.models import Change, Status
from guildbook.kit.naming import Named
from guildbook.language.naming import Candidate, NameBook

State = tuple[int, dt.datetime] | None

# What the reasons of a match are called on screen.
REASONS = {
    "same": _("the same name"),
    "pinyin": _("sounds the same"),
    "words": _("the same words"),
    "meaning": _("means about the same"),
    "letters": _("similar letters"),
    "initials": _("the initials"),
}
# Below this a name is not even worth proposing.
_PROPOSED = 0.3


def name_book() -> NameBook:
    """Every name of every published organisation; made anew when one of them has changed."""
    return _name_book(_state())


def names_alike(each: int) -> list[list[Candidate]]:
    """For each name of the book, in `published_names` order, the names most like it; worked out once per state."""
    return _names_alike(_state(), each)


def published_names() -> list[tuple[str, str]]:
    """Every name of every published organisation with the organisation's key, in the book's order."""
    held = visible_organisations(PUBLIC).filter(status=Status.PUBLISHED)
    names = OrganisationName.objects.filter(organisation__in=held).order_by("pk")
    return list(names.values_list("text", "organisation__key"))


def _state() -> State:
    """The newest change of an organisation: what is kept differently is entered there."""
    changes = Change.objects.filter(record_type__in=("organisation", "alliance"))
    return changes.order_by("-pk").values_list("pk", "at").first()


@lru_cache(maxsize=1)
def _name_book(state: State) -> NameBook:
    """The names as of a state of the book; an organisation kept since makes another state."""
    return NameBook(published_names())


@lru_cache(maxsize=1)
def _names_alike(state: State, each: int) -> list[list[Candidate]]:
    return _name_book(state).match_all([text for text, __ in published_names()], each)


def organisations_named(text: str, limit: int = 3) -> list[Named]:
    """Published organisations a name may mean, each once, best first."""
    found: dict[str, Named] = {}
    for one in name_book().match(text, limit * 3):
        key = str(one.key)
        if key not in found and one.score >= _PROPOSED:
            found[key] = Named(key, one.name, one.score, one.reasons, "same" in one.reasons)
    return list(found.values())[:limit]
