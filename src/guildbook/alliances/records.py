"""What the alliances area's records declare to the kit."""

from django.utils.translation import gettext_lazy as _

from guildbook.alliances.actions import save_alliance
from guildbook.alliances.models import Alliance, Membership
from guildbook.alliances.models.alliance import ReviewedKind
from guildbook.alliances.queries import visible_alliances, visible_memberships
from guildbook.kit.actions import keep
from guildbook.kit.record_types import Column, Facet, RecordType, Rows

ALLIANCE = RecordType(
    name="alliance",
    plural="alliances",
    model=Alliance,
    visible=visible_alliances,
    save=save_alliance,
    term="schema:Organization",
    sort="key",
    keepers=("pk",),
    columns=(
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
        Rows(
            "offices",
            (
                Column("kind", "guildbook:office"),
                Column("organisation", "guildbook:holder"),
                Column("role", "guildbook:holderRole"),
                Column("since", "schema:startDate"),
                Column("until", "schema:endDate"),
            ),
            _("offices"),
        ),
        Rows(
            "represented",
            (
                Column("country", "guildbook:country"),
                Column("since", "schema:startDate"),
                Column("until", "schema:endDate"),
            ),
            _("countries of members"),
        ),
        Rows("reviewed", (Column("kind", "guildbook:recordKind"),), _("reviewed before publication")),
    ),
    facets=(
        Facet("represented", "represented__country", _("country of members"), refers="place", listed=True),
        Facet("member", "memberships__organisation", _("member"), refers="organisation"),
        Facet("country", "place__country", _("country"), refers="place", listed=True),
    ),
    definitions={
        "offices.kind.president": _("Presides over the alliance."),
        "offices.kind.leader": _("Leads the alliance's work."),
        "offices.kind.secretary-general": _("Heads the secretariat."),
        "offices.kind.secretariat": _("Runs the alliance's daily work."),
        "offices.kind.initiator": _("Called the alliance into being."),
        "offices.kind.supporter": _("Supports the alliance without leading it."),
        **{
            f"reviewed.kind.{kind.value}": _("The secretariat looks first at what members publish of this kind.")
            for kind in ReviewedKind
        },
    },
)

MEMBERSHIP = RecordType(
    name="membership",
    plural="memberships",
    model=Membership,
    visible=visible_memberships,
    save=keep,
    term="schema:OrganizationRole",
    sort="key",
    keepers=("alliance",),
    columns=(
        Column("alliance", "guildbook:alliance", listed=True),
        Column("organisation", "schema:member", listed=True),
        Column("role", "schema:roleName", listed=True),
        Column("state", "guildbook:state", listed=True),
    ),
    facets=(
        Facet("alliance", "alliance", _("alliance"), refers="alliance", listed=True),
        Facet("within", "alliance__within__above", _("alliance, with those within it"), refers="alliance"),
        Facet("organisation", "organisation", _("member"), refers="organisation"),
        Facet("role", "role", _("role"), listed=True),
        Facet("state", "state", _("state"), listed=True),
        Facet("kind", "organisation__kind", _("kind of member"), listed=True),
        Facet("country", "organisation__place__country", _("country"), refers="place", listed=True),
        Facet("place", "organisation__place", _("place"), refers="place", within=True),
    ),
    definitions={
        "role.founder": _("Was a member from the founding on."),
        "role.director": _("Sits on the board as a director unit."),
        "role.member": _("Belongs without an office."),
        "role.observer": _("Attends without a vote."),
        "state.applied": _("Has asked to join."),
        "state.admitted": _("Belongs, for the term given."),
        "state.declined": _("Asked and was not admitted."),
        "state.ended": _("Belonged, and no longer does."),
    },
)

RECORD_TYPES = (
    ALLIANCE,
    MEMBERSHIP,
)
