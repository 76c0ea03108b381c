"""What the figures area's records declare to the kit."""

from django.utils.translation import gettext_lazy as _

from guildbook.figures.actions import define_indicator, record_claim
from guildbook.figures.models import Claim, Indicator
from guildbook.figures.queries import visible_claims, visible_indicators
from guildbook.kit.record_types import Column, Facet, RecordType

INDICATOR = RecordType(
    name="indicator",
    plural="indicators",
    model=Indicator,
    visible=visible_indicators,
    save=define_indicator,
    term="qb:MeasureProperty",
    sort="key",
    columns=(
        Column("title", "rdfs:label"),
        Column("text", "skos:definition"),
        Column("theme", "dcterms:subject", printed=False),  # the panel of its definition gives it by name
        Column("phrases", "skos:altLabel"),
        Column("definition", "guildbook:definition"),
    ),
    facets=(Facet("theme", "theme", _("theme")),),
)

CLAIM = RecordType(
    name="claim",
    plural="claims",
    model=Claim,
    visible=visible_claims,
    save=record_claim,
    term="schema:Claim",
    sort="key",
    keepers=("source.steward",),
    columns=(
        Column("source", "dcterms:source", listed=True),
        Column("paragraph", "guildbook:paragraph"),
        Column("start", "oa:start"),
        Column("end", "oa:end"),
        Column("value", "schema:value", listed=True),
        Column("qualifier", "guildbook:qualifier", listed=True),
        Column("basis", "guildbook:basis"),
        Column("counts", "guildbook:counts"),
        Column("quote", "oa:exact"),
        Column("indicator", "qb:measureType", listed=True),
        Column("subject_type", "guildbook:subjectType"),
        Column("subject_key", "guildbook:subject"),
        Column("as_of", "schema:observationDate", listed=True),
    ),
    facets=(
        Facet("qualifier", "qualifier", _("qualifier"), listed=True),
        Facet("basis", "basis", _("basis"), listed=True),
        Facet("source", "source", _("source"), refers="source", listed=True),
        Facet("indicator", "indicator", _("indicator"), refers="indicator", listed=True),
    ),
    definitions={
        "qualifier.exactly": _("The source gives the number without a hedge."),
        "qualifier.over": _("The source says more than the number."),
        "qualifier.almost": _("The source says a little less than the number."),
        "qualifier.about": _("The source says around the number."),
        "basis.stated": _("The source prints the number."),
        "basis.listed": _("The source gives a complete list; the book counted it."),
        "basis.uncounted": _("The source speaks of several without saying how many."),
    },
)

RECORD_TYPES = (
    INDICATOR,
    CLAIM,
)
