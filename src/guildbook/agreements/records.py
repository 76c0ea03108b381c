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
        Column("amends", "guildbook:amends"),
        Column("alliance", "guildbook:alliance", listed=True),
        Column("notice_months", "guildbook:noticeMonths"),
    ),
    rows=(
        Rows(
            "parties",
            (
                Column("organisation", "schema:participant"),
                Column("signing", "guildbook:signing"),
                Column("signed", "guildbook:signed"),
                Column("role", "guildbook:signedBy"),
                Column("method", "guildbook:signingMethod"),
            ),
            _("parties"),
        ),
        Rows(
            "versions",
            (
                Column("number", "schema:version"),
                Column("language", "schema:inLanguage"),
                Column("standing", "guildbook:standing"),
                Column("title", "schema:name"),
                Column("text", "schema:text"),
                Column("circulated", "guildbook:circulated"),
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
            "awaiting",
            "parties__organisation",
            _("awaiting the signature of"),
            refers="organisation",
            only={"state": "circulated", "parties__signing__regex": "^(invited|approved)$"},
            listed=True,
        ),
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
        "state.circulated": _("Sent to the parties to be read, approved and signed; the text sent is frozen."),
        "state.signed": _("Signed by every party; its term has not begun or is not known."),
        "state.in-force": _("Signed, and within its term."),
        "state.expiring": _("In force, with an end less than 180 days away, or than the notice it gives."),
        "state.renewed": _("A later agreement, signed by every party, has taken its place."),
        "state.amended": _("Changed by a later agreement that every party signed; the two are read together."),
        "state.ended": _("Past its term, or ended by the parties."),
        "parties.signing.invited": _("Asked to sign."),
        "parties.signing.approved": _("Has agreed and not yet signed."),
        "parties.signing.signed": _("Has signed."),
        "parties.signing.declined": _("Will not sign."),
        "parties.method.on-paper": _("Signed by hand on a paper, whose scan may be attached."),
        "parties.method.exchange-of-letters": _("Signed by a letter that answers the other parties' letters."),
        "parties.method.in-the-book": _("Signed in Guildbook by somebody who leads the party."),
        "versions.standing.authentic": _("This text decides; where all texts do, they are equal."),
        "versions.standing.translation": _("Helps to read; where it differs, the authoritative text decides."),
    },
)

RECORD_TYPES = (AGREEMENT,)
