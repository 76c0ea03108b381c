"""What the events area's records declare to the kit."""

from django.utils.translation import gettext_lazy as _

from guildbook.events.models import Event
from guildbook.events.queries import visible_events
from guildbook.kit.actions import keep
from guildbook.kit.record_types import Column, Facet, RecordType, Rows

EVENT = RecordType(
    name="event",
    plural="events",
    model=Event,
    visible=visible_events,
    save=keep,
    term="schema:Event",
    sort="-since_day",
    keepers=("steward", "alliance"),
    columns=(
        Column("title", "schema:name"),
        Column("kind", "guildbook:eventKind", listed=True),
        Column("theme", "schema:about"),
        Column("place", "schema:location", listed=True),
        Column("alliance", "guildbook:alliance", listed=True),
        Column("parent", "schema:superEvent"),
    ),
    rows=(
        Rows(
            "organisers",
            (
                Column("organisation", "schema:organizer"),
                Column("role", "schema:roleName"),
            ),
            _("organisers"),
        ),
        Rows(
            "sessions",
            (
                Column("title", "schema:name"),
                Column("since", "schema:startDate"),
            ),
            _("sessions"),
        ),
        Rows(
            "speeches",
            (
                Column("speaker", "schema:performer"),
                Column("session", "schema:subEvent"),
                Column("title", "schema:name"),
                Column("summary", "schema:description"),
            ),
            _("speeches"),
        ),
        Rows(
            "delegations",
            (
                Column("organisation", "schema:attendee"),
                Column("place", "schema:fromLocation"),
                Column("head", "guildbook:head"),
                Column("size", "guildbook:size"),
            ),
            _("delegations"),
        ),
        Rows(
            "attendances",
            (Column("role", "schema:attendee"),),
            _("attended by"),
        ),
        Rows(
            "stops",
            (
                Column("organisation", "schema:location"),
                Column("place", "guildbook:place"),
                Column("counterpart", "guildbook:counterpart"),
                Column("since", "schema:startDate"),
                Column("what", "schema:description"),
            ),
            _("stops"),
        ),
        Rows(
            "outcomes",
            (
                Column("kind", "guildbook:outcomeKind"),
                Column("record_type", "guildbook:recordType"),
                Column("record_key", "guildbook:record"),
                Column("what", "schema:description"),
            ),
            _("outcomes"),
        ),
        Rows(
            "coverage",
            (
                Column("outlet", "schema:publisher"),
                Column("source", "schema:citation"),
            ),
            _("coverage"),
        ),
    ),
    facets=(
        Facet("kind", "kind", _("kind"), listed=True),
        Facet("place", "place", _("place"), refers="place", within=True),
        Facet("country", "place__country", _("country"), refers="place", listed=True),
        Facet("alliance", "alliance", _("alliance"), refers="alliance", listed=True),
        Facet("delegation_country", "delegations__place", _("country of a delegation"), refers="place", listed=True),
        Facet("organiser", "organisers__organisation", _("organiser"), refers="organisation"),
        Facet("speaker", "speeches__speaker", _("speaker"), refers="role"),
        Facet("attendee", "attendances__role", _("attended"), refers="role"),
        Facet(
            "attendee_organisation",
            "attendances__role__organisation",
            _("organisation attending"),
            refers="organisation",
        ),
        Facet("visited", "stops__organisation", _("visited"), refers="organisation"),
        Facet("outlet", "coverage__outlet", _("outlet"), refers="organisation"),
        Facet("session", "sessions__id", _("session")),
    ),
    definitions={
        "kind.forum": _("A forum."),
        "kind.conference": _("A conference or annual meeting."),
        "kind.ceremony": _("A ceremony: founding, launch or signing."),
        "kind.visit": _("A visit to one host."),
        "kind.exchange-trip": _("A journey with several stops."),
        "kind.press-conference": _("A press conference."),
        "organisers.role.guidance": _("Guides the event."),
        "organisers.role.host": _("Hosts it."),
        "organisers.role.co-host": _("Hosts it with others."),
        "organisers.role.co-organiser": _("Helps to organise it."),
        "organisers.role.initiator": _("Called it into being."),
        "outcomes.kind.signed": _("Signed there."),
        "outcomes.kind.launched": _("Launched there."),
        "outcomes.kind.announced": _("Announced there."),
    },
)

RECORD_TYPES = (EVENT,)
