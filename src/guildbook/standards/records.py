"""What the standards area's records declare to the kit."""

from django.utils.translation import gettext_lazy as _

from guildbook.kit.actions import keep
from guildbook.kit.record_types import Column, Facet, RecordType, Rows
from guildbook.standards.models import Adoption, Standard
from guildbook.standards.queries import visible_adoptions, visible_standards

STANDARD = RecordType(
    name="standard",
    plural="standards",
    model=Standard,
    visible=visible_standards,
    save=keep,
    term="guildbook:Standard",
    sort="key",
    columns=(
        Column("title", "schema:name"),
        Column("kind", "guildbook:standardKind", listed=True),
        Column("owner", "schema:creator", listed=True),
        Column("field", "schema:about", listed=True),
    ),
    rows=(
        Rows(
            "versions",
            (
                Column("name", "schema:version"),
                Column("issued", "schema:datePublished"),
                Column("language", "schema:inLanguage"),
            ),
            _("versions"),
        ),
        Rows(
            "items",
            (
                Column("version", "schema:version"),
                Column("number", "skos:notation"),
                Column("text", "schema:text"),
            ),
            _("items"),
        ),
        Rows(
            "contributors",
            (Column("organisation", "schema:contributor"),),
            _("contributors"),
        ),
    ),
    facets=(
        Facet("kind", "kind", _("kind"), listed=True),
        Facet("field", "field", _("field"), refers="field", listed=True),
        Facet("owner_place", "owner__place", _("place of the owner"), refers="place", within=True),
        Facet("owner", "owner", _("owner"), refers="organisation", listed=True),
    ),
    definitions={
        "kind.professional": _("What somebody of a profession must know and be able to do."),
        "kind.curriculum": _("What a programme must teach."),
        "kind.job": _("What somebody in a post must be able to do."),
        "kind.technical": _("What a product or process must meet."),
    },
)

ADOPTION = RecordType(
    name="adoption",
    plural="adoptions",
    model=Adoption,
    visible=visible_adoptions,
    save=keep,
    term="guildbook:Adoption",
    sort="key",
    columns=(
        Column("standard", "guildbook:standard", listed=True),
        Column("version_name", "schema:version"),
        Column("country", "schema:spatialCoverage", listed=True),
        Column("authority", "guildbook:authority", listed=True),
        Column("instrument", "guildbook:instrument"),
        Column("scope", "guildbook:scope"),
        Column("localisation", "guildbook:localisation"),
    ),
    facets=(
        Facet("kind", "standard__kind", _("kind"), listed=True),
        Facet("country", "country", _("country"), refers="place", listed=True),
        Facet("owner_place", "standard__owner__place", _("place of the owner"), refers="place", within=True),
        Facet("standard", "standard", _("standard"), refers="standard"),
        Facet("authority", "authority", _("authority"), refers="organisation", listed=True),
    ),
)

RECORD_TYPES = (
    STANDARD,
    ADOPTION,
)
