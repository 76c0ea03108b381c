"""What the reports area's records declare to the kit."""

from django.utils.translation import gettext_lazy as _

from guildbook.kit.record_types import Column, Facet, RecordType, Rows
from guildbook.reports.actions import save_report
from guildbook.reports.models import Report
from guildbook.reports.queries import visible_reports

REPORT = RecordType(
    name="report",
    plural="reports",
    model=Report,
    visible=visible_reports,
    save=save_report,
    term="schema:Report",
    sort="key",
    keepers=("steward", "alliance"),
    columns=(
        Column("title", "schema:name"),
        Column("kind", "guildbook:reportKind", listed=True),
        Column("alliance", "schema:publisher", listed=True),
        Column("authors", "schema:author"),
        Column("period", "schema:temporalCoverage", listed=True),
        Column("body", "schema:text", in_form=False, printed=False),
        Column("edition", "schema:version", in_form=False),
        Column("corrects", "guildbook:corrects", in_form=False),
        Column("published", "schema:datePublished", listed=True, in_form=False),
        Column("standing", "guildbook:standing", listed=True, in_form=False, printed=False),
    ),
    rows=(
        Rows(
            "frozen",
            (
                Column("place", "schema:position"),
                Column("name", "guildbook:question"),
                Column("value", "schema:value"),
                Column("lineage", "guildbook:lineage"),
                Column("sha256", "schema:sha256"),
                Column("at", "schema:dateCreated"),
                Column("claims", "guildbook:claims"),
            ),
            _("frozen figures"),
            in_form=False,
        ),
        Rows(
            "acknowledged",
            (
                Column("language", "schema:inLanguage"),
                Column("number", "schema:value"),
                Column("quote", "oa:exact"),
                Column("reason", "schema:description"),
            ),
            _("numbers let stand"),
            in_form=False,
        ),
    ),
    facets=(
        Facet("kind", "kind", _("kind"), listed=True),
        Facet("alliance", "alliance", _("alliance"), refers="alliance", listed=True),
        Facet("author", "authors", _("author"), refers="organisation"),
        Facet("standing", "standing", _("standing"), listed=True),
    ),
    definitions={
        "kind.annual-report": _("Tells a whole year of an alliance or organisation."),
        "kind.press-note": _("Written for the press."),
        "kind.other": _("Any other text that is published with figures."),
        "standing.stands": _("The book still says what the report said."),
        "standing.contradicted": _("Records entered or changed since say otherwise for a figure's own date."),
    },
)

RECORD_TYPES = (REPORT,)
