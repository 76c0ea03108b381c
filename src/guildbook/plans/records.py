"""What the plans area's records declare to the kit."""

from django.utils.translation import gettext_lazy as _

from guildbook.kit.actions import keep
from guildbook.kit.record_types import Column, Facet, RecordType, Rows
from guildbook.plans.models import Plan, Target
from guildbook.plans.queries import visible_plans, visible_targets

PLAN = RecordType(
    name="plan",
    plural="plans",
    model=Plan,
    visible=visible_plans,
    save=keep,
    term="schema:Plan",
    sort="key",
    keepers=("steward", "organisation"),
    columns=(
        Column("title", "schema:name"),
        Column("organisation", "schema:creator", listed=True),
        Column("place", "schema:spatialCoverage", listed=True),
    ),
    rows=(
        Rows(
            "goals",
            (Column("text", "schema:description"),),
            _("goals"),
        ),
        Rows(
            "tasks",
            (Column("text", "schema:description"),),
            _("tasks"),
        ),
    ),
    facets=(
        Facet("place", "place", _("place"), refers="place", within=True),
        Facet("organisation", "organisation", _("plan of"), refers="organisation", listed=True),
        Facet("goal", "goals__id", _("goal")),
        Facet("task", "tasks__id", _("task")),
    ),
)

TARGET = RecordType(
    name="target",
    plural="targets",
    model=Target,
    visible=visible_targets,
    save=keep,
    term="guildbook:Target",
    sort="key",
    keepers=("steward", "plan.organisation"),
    columns=(
        Column("plan", "schema:isPartOf", listed=True),
        Column("title", "schema:name"),
        Column("indicator", "qb:measureType", listed=True),
        Column("subject_type", "guildbook:subjectType"),
        Column("subject_key", "guildbook:subject"),
        Column("value", "schema:value", listed=True),
        Column("by", "guildbook:by", listed=True),
    ),
    facets=(
        Facet("plan", "plan", _("plan"), refers="plan", listed=True),
        Facet("place", "plan__place", _("place"), refers="place", within=True),
        Facet("indicator", "indicator", _("indicator"), refers="indicator", listed=True),
    ),
)

RECORD_TYPES = (
    PLAN,
    TARGET,
)
