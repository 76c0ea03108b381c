"""Organisations by name, across scripts: who may be meant by a name that somebody wrote."""

from functools import lru_cache

from django.db.models import Count, Max
from django.utils.translation import gettext_lazy as _

from guildbook.directory.models import OrganisationName
from guildbook.directory.queries.visible import visible_organisations
from guildbook.kit.actors import PUBLIC
from guildbook.kit.models import Status
from guildbook.kit.naming import Named
from guildbook.language.naming import NameBook

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
    held = visible_organisations(PUBLIC).filter(status=Status.PUBLISHED)
    state = held.aggregate(Count("pk"), Max("pk"), Max("version"))
    names = OrganisationName.objects.filter(organisation__in=held).aggregate(Count("pk"), Max("pk"))
    return _name_book((*state.values(), *names.values()))


@lru_cache(maxsize=1)
def _name_book(state: tuple[int | None, ...]) -> NameBook:
    """Rows of names get new primary keys whenever their organisation is kept: the state tells each change apart."""
    held = visible_organisations(PUBLIC).filter(status=Status.PUBLISHED)
    names = OrganisationName.objects.filter(organisation__in=held).order_by("pk")
    return NameBook(list(names.values_list("text", "organisation__key")))


def organisations_named(text: str, limit: int = 3) -> list[Named]:
    """Published organisations a name may mean, each once, best first."""
    found: dict[str, Named] = {}
    for one in name_book().match(text, limit * 3):
        key = str(one.key)
        if key not in found and one.score >= _PROPOSED:
            found[key] = Named(key, one.name, one.score, one.reasons, "same" in one.reasons)
    return list(found.values())[:limit]
