"""What the units area's records declare to the kit."""

from django.utils.translation import gettext_lazy as _

from guildbook.kit.record_types import Column, Facet, RecordType, Rows
from guildbook.units.actions import save_unit
from guildbook.units.models import Unit
from guildbook.units.queries import visible_units

UNIT = RecordType(
    name="unit",
    plural="units",
    model=Unit,
    visible=visible_units,
    save=save_unit,
    term="schema:EducationalOrganization",
    sort="key",
    keepers=("steward",),
    columns=(
        Column("names", "schema:name"),
        Column("kind", "guildbook:unitKind", listed=True),
        Column("state", "guildbook:state", listed=True),
        Column("place", "schema:location", listed=True),
        Column("agreement", "guildbook:underAgreement"),
        Column("alliance", "guildbook:alliance", listed=True),
        Column("fields", "schema:about"),
    ),
    rows=(
        Rows(
            "partners",
            (
                Column("organisation", "guildbook:partner"),
                Column("role", "schema:roleName"),
                Column("since", "schema:startDate"),
                Column("until", "schema:endDate"),
            ),
            _("partners"),
        ),
        Rows(
            "states",
            (
                Column("state", "guildbook:state"),
                Column("since", "schema:startDate"),
            ),
            _("states"),
        ),
    ),
    facets=(
        Facet("kind", "kind", _("kind"), listed=True),
        Facet("state", "state", _("state"), listed=True),
        Facet("country", "place__country", _("country"), refers="place", listed=True),
        Facet("place", "place", _("place"), refers="place", within=True),
        Facet("alliance", "alliance", _("alliance"), refers="alliance", listed=True),
        Facet("agreement", "agreement", _("under agreement"), refers="agreement"),
        Facet("partner", "partners__organisation", _("partner"), refers="organisation"),
        Facet(
            "partner_country",
            "partners__organisation__place__country",
            _("country of a partner"),
            refers="place",
            listed=True,
        ),
        Facet(
            "founder", "partners__organisation", _("founder"), refers="organisation", only={"partners__role": "founder"}
        ),
        Facet(
            "founder_place",
            "partners__organisation__place",
            _("place of a founder"),
            refers="place",
            within=True,
            only={"partners__role": "founder"},
        ),
        Facet("field", "fields", _("field"), refers="field", listed=True),
    ),
    definitions={
        "kind.joint-college": _("A college two or more partners run together."),
        "kind.workshop": _("A workshop that teaches skills abroad."),
        "kind.overseas-school": _("A school set up in another country."),
        "kind.training-base": _("A base where enterprises train workers abroad."),
        "kind.craftsman-college": _("A Modern Craftsman College or institute."),
        "kind.technology-college": _("A Technological Innovation College."),
        "kind.research-centre": _("A centre for applied research."),
        "kind.experimental-station": _("A station for field experiments."),
        "state.planned": _("Announced or agreed, not yet open."),
        "state.open": _("At work."),
        "state.dormant": _("Open in name, without activity."),
        "state.closed": _("Ended."),
        "partners.role.founder": _("Set the unit up."),
        "partners.role.host": _("Gives it its place."),
        "partners.role.industry": _("Brings trade and equipment."),
    },
)

RECORD_TYPES = (UNIT,)
