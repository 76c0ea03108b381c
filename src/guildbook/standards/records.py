"""What the standards area's records declare to the kit."""

from django.utils.translation import gettext_lazy as _

from guildbook.kit.actions import keep
from guildbook.kit.record_types import Column, Facet, RecordType, Rows
from guildbook.standards.actions import save_alignment, save_standard
from guildbook.standards.models import Adoption, Alignment, Standard
from guildbook.standards.queries import visible_adoptions, visible_alignments, visible_standards

STANDARD = RecordType(
    name="standard",
    plural="standards",
    model=Standard,
    visible=visible_standards,
    save=save_standard,
    term="guildbook:Standard",
    sort="key",
    keepers=("steward", "owner"),
    columns=(
        Column("title", "schema:name"),
        Column("kind", "guildbook:standardKind", listed=True),
        Column("nature", "guildbook:nature", listed=True),
        Column("owner", "schema:creator", listed=True),
        Column("field", "schema:about", listed=True),
    ),
    rows=(
        Rows(
            "versions",
            (
                Column("name", "schema:version"),
                Column("issued", "schema:datePublished"),
                Column("language", "schema:inLanguage"),
                Column("localises", "schema:translationOfWork"),
                Column("localised_from", "schema:isBasedOn"),
            ),
            _("versions"),
        ),
        Rows(
            "items",
            (
                Column("version", "schema:version"),
                Column("number", "skos:notation"),
                Column("kind", "guildbook:itemKind"),
                Column("parent", "skos:broader"),
                Column("text", "schema:text"),
                Column("identifier", "dcterms:identifier"),
            ),
            _("items"),
            in_form=False,
        ),
        Rows(
            "contributors",
            (Column("organisation", "schema:contributor"),),
            _("contributors"),
        ),
    ),
    facets=(
        Facet("kind", "kind", _("kind"), listed=True),
        Facet("nature", "nature", _("nature"), listed=True),
        Facet("language", "versions__language", _("language")),
        Facet("field", "field", _("field"), refers="field", listed=True),
        Facet("owner_place", "owner__place", _("place of the owner"), refers="place", within=True),
        Facet("owner", "owner", _("owner"), refers="organisation", listed=True),
    ),
    definitions={
        "kind.professional": _("What somebody of a profession must know and be able to do."),
        "kind.curriculum": _("What a programme must teach."),
        "kind.job": _("What somebody in a post must be able to do."),
        "kind.technical": _("What a product or process must meet."),
        "nature.example": _(
            "Written to show how the book works. Nobody set it, nothing follows it, no figure counts it."
        ),
        "items.kind.duty": _("A field of work that somebody in the post is responsible for; it has tasks."),
        "items.kind.task": _("A piece of work with a beginning, an end and a result."),
        "items.kind.competence": _("What somebody must be able to do to carry out a task."),
        "items.kind.knowledge": _("What somebody must know and understand to carry out a task."),
        "items.kind.other": _("A chapter, an article or any other numbered part of the text."),
    },
)

ALIGNMENT = RecordType(
    name="alignment",
    plural="alignments",
    model=Alignment,
    visible=visible_alignments,
    save=save_alignment,
    term="guildbook:Alignment",
    sort="key",
    keepers=("steward",),
    columns=(
        Column("from_standard", "guildbook:fromStandard", listed=True),
        Column("from_version", "guildbook:fromVersion"),
        Column("to_standard", "guildbook:toStandard", listed=True),
        Column("to_version", "guildbook:toVersion"),
        Column("state", "schema:creativeWorkStatus", listed=True),
        Column("from_items", "guildbook:fromItems", in_form=False, printed=False),
        Column("from_covered", "guildbook:fromCovered", in_form=False, printed=False),
        Column("to_items", "guildbook:toItems", in_form=False, printed=False),
        Column("to_covered", "guildbook:toCovered", in_form=False, printed=False),
    ),
    rows=(
        Rows(
            "matches",
            (
                Column("from_item", "guildbook:fromItem"),
                Column("to_item", "guildbook:toItem"),
                Column("relation", "guildbook:relation"),
                Column("state", "schema:creativeWorkStatus"),
                Column("score", "guildbook:score"),
                Column("confirmed_by", "guildbook:confirmedBy"),
                Column("organisation", "schema:contributor"),
                Column("confirmed_on", "guildbook:confirmedOn"),
                Column("texts", "guildbook:hashOfTexts"),
                Column("carried_from", "guildbook:carriedFrom"),
                Column("note", "rdfs:comment"),
            ),
            _("matches"),
            in_form=False,
        ),
    ),
    facets=(
        Facet("state", "state", _("state"), listed=True),
        Facet("standard", "from_standard", _("from the standard"), refers="standard", listed=True),
        Facet("to_standard", "to_standard", _("to the standard"), refers="standard", listed=True),
        Facet("nature", "from_standard__nature", _("nature of the first")),
        Facet("to_nature", "to_standard__nature", _("nature of the second")),
        Facet("kind", "from_standard__kind", _("kind")),
        Facet("owner_place", "from_standard__owner__place", _("place of the owner"), refers="place", within=True),
        Facet("confirmed_for", "matches__organisation", _("reviewed for"), refers="organisation"),
    ),
    definitions={
        "state.proposed": _("Computed or begun; nobody has looked at a match yet."),
        "state.in-review": _("Some matches are reviewed, others wait, or wait again because a text changed."),
        "state.confirmed": _("Somebody answers for the whole of it: every match that is meant is confirmed."),
        "matches.state.confirmed": _("A person compared the two texts and stands by the relation."),
        "matches.state.to-review": _("It was confirmed, but one of the texts has changed since or is no longer there."),
        "matches.state.rejected": _("A person compared the two texts: they do not belong together."),
        "matches.relation.exact": _("Both items say the same."),
        "matches.relation.broader": _("The second item says more than the first: it holds the first and other things."),
        "matches.relation.narrower": _("The second item says only part of what the first says."),
        "matches.relation.related": _("Both speak of the same thing without one holding the other."),
    },
)

ADOPTION = RecordType(
    name="adoption",
    plural="adoptions",
    model=Adoption,
    visible=visible_adoptions,
    save=keep,
    term="guildbook:Adoption",
    sort="key",
    keepers=("steward",),
    columns=(
        Column("standard", "guildbook:standard", listed=True),
        Column("version_name", "schema:version"),
        Column("country", "schema:spatialCoverage", listed=True),
        Column("authority", "guildbook:authority", listed=True),
        Column("instrument", "guildbook:instrument"),
        Column("scope", "guildbook:scope"),
        Column("localisation", "guildbook:localisation"),
        Column("localised_version", "guildbook:localisedVersion"),
        Column("alignment", "guildbook:alignment"),
    ),
    facets=(
        Facet("kind", "standard__kind", _("kind"), listed=True),
        Facet("country", "country", _("country"), refers="place", listed=True),
        Facet("owner_place", "standard__owner__place", _("place of the owner"), refers="place", within=True),
        Facet("standard", "standard", _("standard"), refers="standard"),
        Facet("authority", "authority", _("authority"), refers="organisation", listed=True),
        Facet("alignment_state", "alignment__state", _("state of the alignment")),
        Facet("nature", "standard__nature", _("nature")),
    ),
)

RECORD_TYPES = (
    STANDARD,
    ALIGNMENT,
    ADOPTION,
)
