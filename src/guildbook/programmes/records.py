"""What the programmes area's records declare to the kit."""

from django.utils.translation import gettext_lazy as _

from guildbook.kit.actions import keep
from guildbook.kit.record_types import Column, Facet, RecordType, Rows
from guildbook.programmes.models import Programme, Resource
from guildbook.programmes.queries import visible_programmes, visible_resources

PROGRAMME = RecordType(
    name="programme",
    plural="programmes",
    model=Programme,
    visible=visible_programmes,
    save=keep,
    term="schema:EducationalOccupationalProgram",
    sort="key",
    keepers=("steward", "organisation"),
    columns=(
        Column("title", "schema:name"),
        Column("kind", "guildbook:programmeKind", listed=True),
        Column("field", "schema:about", listed=True),
        Column("level", "schema:educationalLevel"),
        Column("languages", "schema:inLanguage"),
        Column("organisation", "schema:provider", listed=True),
        Column("unit", "guildbook:unit", listed=True),
        Column("agreement", "guildbook:underAgreement"),
    ),
    rows=(
        Rows(
            "intakes",
            (
                Column("since", "schema:startDate"),
                Column("seats", "schema:maximumEnrollment"),
            ),
            _("intakes"),
        ),
    ),
    facets=(
        Facet("kind", "kind", _("kind"), listed=True),
        Facet("field", "field", _("field"), refers="field", listed=True),
        Facet("organisation", "organisation", _("delivered by organisation"), refers="organisation"),
        Facet("unit", "unit", _("delivered by unit"), refers="unit"),
        Facet("unit_kind", "unit__kind", _("kind of the unit")),
        Facet("place", "organisation__place", _("place"), refers="place", within=True),
        Facet("country", "unit__place__country", _("country of the unit"), refers="place", listed=True),
        Facet(
            "founder_place",
            "unit__partners__organisation__place",
            _("place of a founder of the unit"),
            refers="place",
            within=True,
            only={"unit__partners__role": "founder"},
        ),
        Facet("alliance", "unit__alliance", _("alliance"), refers="alliance", listed=True),
        Facet("agreement", "agreement", _("under agreement"), refers="agreement"),
    ),
    definitions={
        "kind.degree": _("Leads to a degree or diploma."),
        "kind.training": _("Leads to a certificate of training, or to none."),
        "kind.exchange": _("A term or more at a partner."),
    },
)

RESOURCE = RecordType(
    name="resource",
    plural="resources",
    model=Resource,
    visible=visible_resources,
    save=keep,
    term="schema:LearningResource",
    sort="key",
    keepers=("steward",),
    columns=(
        Column("title", "schema:name"),
        Column("kind", "schema:learningResourceType", listed=True),
        Column("field", "schema:about", listed=True),
    ),
    rows=(
        Rows(
            "makers",
            (Column("organisation", "schema:creator"),),
            _("makers"),
        ),
        Rows(
            "editions",
            (
                Column("language", "schema:inLanguage"),
                Column("title", "schema:name"),
                Column("published", "schema:datePublished"),
            ),
            _("editions"),
        ),
        Rows(
            "shares",
            (
                Column("organisation", "schema:audience"),
                Column("place", "schema:spatialCoverage"),
                Column("since", "schema:startDate"),
            ),
            _("shared with"),
        ),
    ),
    facets=(
        Facet("kind", "kind", _("kind"), listed=True),
        Facet("field", "field", _("field"), refers="field", listed=True),
        Facet("maker_place", "makers__organisation__place", _("place of a maker"), refers="place", within=True),
        Facet("shared_country", "shares__place", _("shared in"), refers="place", listed=True),
    ),
    definitions={
        "kind.textbook": _("A textbook."),
        "kind.courseware": _("Courseware or another digital resource."),
    },
)

RECORD_TYPES = (
    PROGRAMME,
    RESOURCE,
)
