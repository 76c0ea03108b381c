"""What an actor may read of standards; every read for a person starts here."""

from django.db.models import Q, QuerySet

from guildbook.directory.models import Organisation, Place
from guildbook.kit.actors import Actor
from guildbook.kit.queries import visible
from guildbook.standards.models import Adoption, Alignment, Standard
from guildbook.standards.queries.items import newest


def visible_standards(actor: Actor) -> QuerySet[Standard]:
    """Standards the actor may see."""
    return visible(Standard.objects.select_related("owner", "field"), actor)


def visible_alignments(actor: Actor) -> QuerySet[Alignment]:
    """Alignments the actor may see; of unreviewed proposals no face tells the public."""
    return visible(Alignment.objects.select_related("from_standard", "to_standard"), actor)


def visible_adoptions(actor: Actor) -> QuerySet[Adoption]:
    """Adoptions the actor may see."""
    return visible(Adoption.objects.select_related("standard", "country", "authority"), actor)


def adoptions_of(actor: Actor, standard: Standard) -> QuerySet[Adoption]:
    """Where a standard was adopted."""
    return visible_adoptions(actor).filter(standard=standard.pk).order_by("since_day", "key")


def adoptions_in(actor: Actor, place: Place) -> QuerySet[Adoption]:
    """Standards adopted in a country."""
    return visible_adoptions(actor).filter(country__path__startswith=place.path).order_by("since_day", "key")


def standards_of(actor: Actor, organisation: Organisation) -> QuerySet[Standard]:
    """Standards an organisation owns or helped to make."""
    involved = Q(owner=organisation.pk) | Q(contributors__organisation=organisation.pk)
    return visible_standards(actor).filter(involved).distinct()


def alignments_of(actor: Actor, standard: Standard) -> QuerySet[Alignment]:
    """Alignments in which a standard stands on either side."""
    either = Q(from_standard=standard.pk) | Q(to_standard=standard.pk)
    return visible_alignments(actor).filter(either).order_by("key")


def find_version(actor: Actor, spec: str) -> tuple[Standard, str] | None:
    """The standard and version that `key@version` or `standard:key@version` names; without one, the newest original."""
    key, __, name = spec.removeprefix("standard:").partition("@")
    standard = visible_standards(actor).filter(key=key).first()
    if standard is None:
        return None
    versions = list(standard.versions.all())
    names = [version.name for version in versions]
    if name:
        return (standard, name) if name in names else None
    last = newest(versions)
    return (standard, last.name) if last else None
