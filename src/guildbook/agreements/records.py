"""What the agreements area's records declare to the kit."""

from django.utils.translation import gettext_lazy as _

from guildbook.agreements.actions import save_agreement
from guildbook.agreements.models import Agreement
from guildbook.agreements.queries import visible_agreements
from guildbook.kit.record_types import Column, Facet, RecordType, Rows

AGREEMENT = RecordType(
    name="agreement",
    plural="agreements",
    model=Agreement,
    visible=visible_agreements,
    save=save_agreement,
    term="schema:DigitalDocument",
    sort="key",
    keepers=("steward", "alliance"),
    columns=(
        Column("title", "schema:name"),
        Column("kind", "guildbook:agreementKind", listed=True),
        Column("state", "guildbook:state", listed=True),
        Column("signed", "guildbook:signed", listed=True),
        Column("place", "schema:locationCreated"),
        Column("parent", "schema:isPartOf"),
        Column("renews", "guildbook:renews"),
        Column("alliance", "guildbook:alliance", listed=True),
    ),
    rows=(
        Rows(
            "parties",
            (
                Column("organisation", "schema:participant"),
                Column("signing", "guildbook:signing"),
                Column("signed", "guildbook:signed"),
            ),
            _("parties"),
        ),
        Rows(
            "versions",
            (
                Column("number", "schema:version"),
                Column("language", "schema:inLanguage"),
                Column("text", "schema:text"),
                Column("signed", "guildbook:signed"),
                Column("content_hash", "schema:sha256"),
            ),
            _("versions"),
        ),
    ),
    facets=(
        Facet("kind", "kind", _("kind"), listed=True),
        Facet("state", "state", _("state"), listed=True),
        Facet("alliance", "alliance", _("alliance"), refers="alliance", listed=True),
        Facet("party", "parties__organisation", _("party"), refers="organisation"),
        Facet(
            "party_country",
            "parties__organisation__place__country",
            _("country of a party"),
            refers="place",
            listed=True,
        ),
        Facet("place", "place", _("signed at"), refers="place", within=True),
        Facet("party_place", "parties__organisation__place", _("place of a party"), refers="place", within=True),
    ),
    definitions={
        "kind.memorandum": _("Says what the parties mean to do."),
        "kind.framework": _("Sets the terms for agreements to come."),
        "kind.contract": _("Binds the parties to deeds."),
        "kind.letter-of-intent": _("Announces that an agreement is wanted."),
        "state.draft": _("Being written."),
        "state.circulated": _("Sent to the parties."),
        "state.signed": _("Signed by every party; its term has not begun or is not known."),
        "state.in-force": _("Signed, and within its term."),
        "state.ended": _("Past its term, or ended by the parties."),
        "parties.signing.invited": _("Asked to sign."),
        "parties.signing.approved": _("Has agreed and not yet signed."),
        "parties.signing.signed": _("Has signed."),
        "parties.signing.declined": _("Will not sign."),
    },
)

RECORD_TYPES = (AGREEMENT,)
