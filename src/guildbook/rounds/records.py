"""What the rounds area's records declare to the kit."""

from django.utils.translation import gettext_lazy as _

from guildbook.kit.actions import keep
from guildbook.kit.record_types import Column, Facet, RecordType, Rows
from guildbook.rounds.actions import save_round
from guildbook.rounds.definitions import RETURN_WORDS, ROUND_WORDS
from guildbook.rounds.models import Return, Round
from guildbook.rounds.queries import visible_returns, visible_rounds

ROUND = RecordType(
    name="round",
    plural="rounds",
    model=Round,
    visible=visible_rounds,
    save=save_round,
    term="guildbook:Round",
    sort="key",
    keepers=("alliance",),
    columns=(
        Column("title", "schema:name"),
        Column("alliance", "guildbook:alliance", listed=True),
        Column("state", "guildbook:state", listed=True, in_form=False),
        Column("period", "schema:temporalCoverage", listed=True),
        Column("opens", "guildbook:opens"),
        Column("deadline", "guildbook:deadline", listed=True),
        Column("members_on", "guildbook:membersOn"),
        Column("languages", "schema:inLanguage"),
        Column("rates", "guildbook:rates"),
        Column("indicators", "guildbook:indicator"),
    ),
    rows=(
        Rows(
            "questions",
            (
                Column("code", "schema:identifier"),
                Column("text", "schema:name"),
                Column("help", "schema:description", printed=False),
                Column("kind", "dcterms:type"),
                Column("about", "guildbook:about"),
                Column("need", "guildbook:need"),
                Column("indicator", "qb:measureType"),
                Column("unit", "schema:unitText"),
                Column("least", "schema:minValue", printed=False),
                Column("most", "schema:maxValue", printed=False),
                Column("jump", "guildbook:jump", printed=False),
            ),
            _("questions"),
            in_form=False,
        ),
        Rows(
            "options",
            (
                Column("question", "guildbook:question"),
                Column("value", "schema:value"),
                Column("text", "schema:name"),
            ),
            _("options"),
            in_form=False,
        ),
        Rows(
            "checks",
            (
                Column("left", "guildbook:left"),
                Column("relation", "guildbook:relation"),
                Column("right", "guildbook:right"),
                Column("weight", "guildbook:weight"),
            ),
            _("checks"),
        ),
        Rows(
            "audience",
            (
                Column("role", "schema:roleName"),
                Column("kind", "dcterms:type"),
                Column("country", "guildbook:country"),
                Column("organisation", "guildbook:organisation"),
            ),
            _("who is asked"),
        ),
    ),
    facets=(
        Facet("alliance", "alliance", _("alliance"), refers="alliance", listed=True),
        Facet("state", "state", _("state"), listed=True),
    ),
    definitions=ROUND_WORDS,
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
        Column("question", "guildbook:question"),
        Column("subject_type", "guildbook:subjectType"),
        Column("subject_key", "guildbook:subject"),
        Column("capacity", "guildbook:capacity"),
        Column("answer", "guildbook:answer"),
        Column("value", "schema:value", listed=True),
        Column("as_of", "schema:observationDate", listed=True),
        Column("state", "guildbook:state", listed=True),
    ),
    facets=(
        Facet("round", "round", _("round"), refers="round", listed=True),
        Facet("organisation", "organisation", _("reported by"), refers="organisation", listed=True),
        Facet("indicator", "indicator", _("indicator"), refers="indicator", listed=True),
        Facet("answer", "answer", _("answer")),
        Facet("state", "state", _("state"), listed=True),
    ),
    definitions=RETURN_WORDS,
)

RECORD_TYPES = (
    ROUND,
    RETURN,
)
