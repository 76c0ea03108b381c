"""What the directory's records declare to the kit."""

from django.utils.translation import gettext_lazy as _

from guildbook.directory.models import CityLink, Field, Organisation, Person, Place, Role, Source
from guildbook.directory.queries import (
    visible_city_links,
    visible_fields,
    visible_organisations,
    visible_people,
    visible_places,
    visible_roles,
    visible_sources,
)
from guildbook.kit.actions import keep
from guildbook.kit.record_types import Column, Facet, RecordType, Rows

PLACE = RecordType(
    name="place",
    plural="places",
    model=Place,
    visible=visible_places,
    save=keep,
    term="schema:Place",
    sort="key",
    columns=(
        Column("names", "schema:name"),
        Column("kind", "guildbook:placeKind", listed=True),
        Column("parent", "schema:containedInPlace", listed=True),
        Column("iso_code", "schema:identifier", listed=True),
        Column("latitude", "schema:latitude"),
        Column("longitude", "schema:longitude"),
        Column("members", "schema:member"),
    ),
    facets=(
        Facet("kind", "kind", _("kind"), listed=True),
        Facet("country", "country", _("country"), refers="place", listed=True),
        Facet("group", "country__groups", _("group of countries"), refers="place", listed=True),
    ),
    definitions={
        "kind.group": _("A group of countries that act together, such as ASEAN."),
        "kind.country": _("A country or region with an ISO 3166-1 code."),
        "kind.province": _("A first-level division of a country."),
        "kind.city": _("A city."),
    },
)

CITY_LINK = RecordType(
    name="city-link",
    plural="city-links",
    model=CityLink,
    visible=visible_city_links,
    save=keep,
    term="guildbook:CityLink",
    sort="key",
    columns=(
        Column("place", "guildbook:place", listed=True),
        Column("partner", "guildbook:partnerPlace", listed=True),
    ),
    facets=(
        Facet("place", "place", _("place"), refers="place", within=True),
        Facet("partner", "partner", _("partner place"), refers="place", within=True),
        Facet("country", "partner__country", _("country of the partner"), refers="place", listed=True),
        Facet("group", "partner__country__groups", _("group of countries of the partner"), refers="place", listed=True),
        Facet("place_country", "place__country", _("country"), refers="place"),
        Facet("place_group", "place__country__groups", _("group of countries"), refers="place"),
    ),
)

ORGANISATION = RecordType(
    name="organisation",
    plural="organisations",
    model=Organisation,
    visible=visible_organisations,
    save=keep,
    term="schema:Organization",
    sort="key",
    keepers=("pk", "steward"),
    # Whose people serve an alliance reach its members.
    reserved={"kind": ("alliance",)},
    columns=(
        Column("kind", "guildbook:organisationKind", listed=True),
        Column("place", "schema:location", listed=True),
        Column("parent", "schema:parentOrganization"),
    ),
    rows=(
        Rows(
            "names",
            (
                Column("text", "schema:name"),
                Column("language", "schema:inLanguage"),
                Column("kind", "guildbook:nameKind"),
                Column("since", "schema:startDate"),
                Column("until", "schema:endDate"),
            ),
            _("names"),
        ),
    ),
    facets=(
        Facet("kind", "kind", _("kind"), listed=True),
        Facet("country", "place__country", _("country"), refers="place", listed=True),
        Facet("place", "place", _("place"), refers="place", within=True),
        Facet("alliance", "memberships_held__alliance", _("alliance"), refers="alliance", listed=True),
    ),
    definitions={
        "kind.school": _("A school, college, university or training institute."),
        "kind.company": _("An enterprise."),
        "kind.government": _("A ministry, department, office, embassy or other body of a government."),
        "kind.association": _("An association, conference or committee that is not an alliance of this book."),
        "kind.centre": _("A centre or institute of research or development."),
        "kind.alliance": _("An organisation that has members."),
        "kind.media": _("A newspaper, broadcaster or news site."),
        "names.kind.official": _("The name it gives itself in that language."),
        "names.kind.former": _("A name it bore before."),
        "names.kind.translated": _("A translation by others."),
        "names.kind.transliterated": _("The sound of the name in another script."),
        "names.kind.short": _("A short form or acronym."),
    },
)

PERSON = RecordType(
    name="person",
    plural="people",
    model=Person,
    visible=visible_people,
    save=keep,
    term="schema:Person",
    sort="key",
    keepers=("steward",),
    columns=(Column("names", "schema:name"),),
    facets=(Facet("organisation", "roles__organisation", _("organisation"), refers="organisation", listed=True),),
)

ROLE = RecordType(
    name="role",
    plural="roles",
    model=Role,
    visible=visible_roles,
    save=keep,
    term="schema:Role",
    sort="key",
    keepers=("steward", "organisation"),
    columns=(
        Column("person", "guildbook:person", listed=True),
        Column("title", "schema:roleName"),
        Column("organisation", "schema:memberOf", listed=True),
    ),
    facets=(
        Facet("person", "person", _("person"), refers="person"),
        Facet("organisation", "organisation", _("organisation"), refers="organisation", listed=True),
        Facet("country", "organisation__place__country", _("country"), refers="place", listed=True),
    ),
)

SOURCE = RecordType(
    name="source",
    plural="sources",
    model=Source,
    visible=visible_sources,
    save=keep,
    term="schema:CreativeWork",
    sort="key",
    keepers=("steward",),
    columns=(
        Column("title", "schema:name"),
        Column("kind", "guildbook:sourceKind", listed=True),
        Column("publisher", "schema:publisher", listed=True),
        Column("published", "schema:datePublished", listed=True),
        Column("language", "schema:inLanguage"),
        Column("licence", "schema:license"),
        Column("url", "schema:url"),
        Column("file", "guildbook:file"),
        Column("text", "schema:text", in_form=False),
    ),
    facets=(
        Facet("kind", "kind", _("kind"), listed=True),
        Facet("publisher", "publisher", _("publisher"), refers="organisation", listed=True),
    ),
    definitions={
        "kind.press": _("A text published for the public: news, a release, a web page."),
        "kind.document": _("A signed, official or internal paper."),
        "kind.dataset": _("Public reference data the book builds on."),
    },
)

FIELD = RecordType(
    name="field",
    plural="fields",
    model=Field,
    visible=visible_fields,
    save=keep,
    term="skos:Concept",
    sort="code",
    columns=(
        Column("code", "skos:notation", listed=True),
        Column("names", "skos:prefLabel"),
        Column("parent", "skos:broader", listed=True),
    ),
    facets=(Facet("parent", "parent", _("part of"), refers="field"),),
)

RECORD_TYPES = (
    PLACE,
    CITY_LINK,
    ORGANISATION,
    PERSON,
    ROLE,
    SOURCE,
    FIELD,
)
