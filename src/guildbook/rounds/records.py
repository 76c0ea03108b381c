"""What the rounds area's records declare to the kit."""

from django.utils.translation import gettext_lazy as _

from guildbook.kit.actions import keep
from guildbook.kit.record_types import Column, Facet, RecordType
from guildbook.rounds.models import Return, Round
from guildbook.rounds.queries import visible_returns, visible_rounds

ROUND = RecordType(
    name="round",
    plural="rounds",
    model=Round,
    visible=visible_rounds,
    save=keep,
    term="guildbook:Round",
    sort="key",
    keepers=("alliance",),
    columns=(
        Column("title", "schema:name"),
        Column("alliance", "guildbook:alliance", listed=True),
        Column("deadline", "guildbook:deadline", listed=True),
        Column("indicators", "guildbook:indicator"),
    ),
    facets=(Facet("alliance", "alliance", _("alliance"), refers="alliance", listed=True),),
)

RETURN = RecordType(
    name="return",
    plural="returns",
    model=Return,
    visible=visible_returns,
    save=keep,
    term="qb:Observation",
    sort="key",
    columns=(
        Column("round", "guildbook:round", listed=True),
        Column("organisation", "schema:creator", listed=True),
        Column("indicator", "qb:measureType", listed=True),
        Column("subject_type", "guildbook:subjectType"),
        Column("subject_key", "guildbook:subject"),
        Column("value", "schema:value", listed=True),
        Column("as_of", "schema:observationDate", listed=True),
        Column("state", "guildbook:state", listed=True),
    ),
    facets=(
        Facet("round", "round", _("round"), refers="round", listed=True),
        Facet("organisation", "organisation", _("reported by"), refers="organisation", listed=True),
        Facet("indicator", "indicator", _("indicator"), refers="indicator", listed=True),
        Facet("state", "state", _("state"), listed=True),
    ),
    definitions={
        "state.submitted": _("Sent in, not yet looked at."),
        "state.sent-back": _("Sent back with remarks."),
        "state.approved": _("Approved; it feeds figures."),
    },
)

RECORD_TYPES = (
    ROUND,
    RETURN,
)
