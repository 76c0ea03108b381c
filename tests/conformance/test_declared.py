"""Everything the book holds is declared: models as record types or their parts, values with written meanings."""

import pytest
from django.apps import apps
from django.db.models import Field

from conformance.samples import SAMPLES
from guildbook.faces.jsonld import VOCABULARIES
from guildbook.kit.documents import CITATION_COLUMNS
from guildbook.kit.models import Change, Citation, Status
from guildbook.kit.record_types import SHARED, model_field, record_types

KINDS = record_types()
by_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)

NO_RECORD = {
    "kit.Citation": "belongs to any record; every document carries its citations",
    "kit.Change": "the history of a record, shown on its history page",
    "directory.Merge": "what was made one of two records, shown and undone on the page of duplicates",
    "directory.Distinct": "a pair of records somebody found to be different; only the page of duplicates asks",
    "standards.AlignmentProposal": "what a machine takes for the same; no fact until a person confirmed it",
    "mandates.Mandate": "who acts for an organisation; shown to that organisation and its secretariats only",
    "mandates.Invitation": "a letter to somebody who may act for an organisation; shown to its people only",
    "mandates.MandateEntry": "the history of who acts for an organisation, shown on the page of its people",
    "files.Attachment": "a file beside a record or an application, shown where its owner is shown",
    "notices.Notice": "what one person is told, shown to that person only",
    "notices.Letter": "an e-mail on its way, shown to staff only",
    "notices.MailSetting": "how a person wants to be told",
    "notices.DutyDone": "that a daily duty was done for a day",
    "alliances.Application": "an organisation asking to join; shown to who sent it and to the secretariat",
    "alliances.Remark": "a step of an application, on its page",
    "alliances.Within": "worked out from memberships, for figures of everything below an alliance",
    "reviews.Proposal": "a change that waits for approval; for those who proposed it and those who decide",
    "imports.Import": "a file somebody sent, for them and staff only, until it expires",
    "imports.ImportRow": "what a row of such a file would do",
    "imports.Mapping": "how the columns of somebody's own list are read",
    "accounts.User": "a person who signs in; no page of the book",
    "rounds.Submission": "where an organisation stands in a round; for that organisation and the round's secretariat",
    "rounds.Step": "a step of a submission, shown with it",
    "rounds.Entry": "an answer as it was given; private until approval makes a return of it",
    "rounds.Remark": "said about a submission, between a member and the secretariat",
    "search.Pending": "a record kept among thousands, to be found soon",
    "search.SearchDocument": "worked out from a record, to find it by",
    "search.SearchWord": "a word of names, for spellings that come near one",
    "search.Vector": "what a text means, kept by its content",
}


def declared():
    models = {kind.model for kind in KINDS}
    return models | {kind.part_model(rows) for kind in KINDS for rows in kind.rows}


def guildbook_models():
    """Models of our own, without the tables Django makes for many-to-many links."""
    return {model for model in apps.get_models() if model.__module__.startswith("guildbook.")}


def test_every_model_is_a_record_type_a_part_of_one_or_exempt():
    undeclared = {model._meta.label for model in guildbook_models() - declared()}
    assert undeclared == set(NO_RECORD)


def test_a_sample_of_every_record_type_exists():
    assert {kind.name for kind in KINDS} == set(SAMPLES)


def test_samples_fill_every_column_and_part():
    from conformance.samples import sample

    empty = {
        "place": {"steward", "citations"},
        "organisation": {"steward", "citations"},
        "source": {"citations"},
    }
    for kind in KINDS:
        wanted = {column.field for column in (*kind.columns, *SHARED)} | {rows.name for rows in kind.rows}
        filled = {name for name, value in sample(kind.name, 1).items() if value not in (None, "", [], {})}
        missing = wanted - filled - {"status", "superseded_by"} - empty.get(kind.name, set())
        assert missing == set(), kind.name


NO_COLUMN = {
    "key": "every document's first entry",
    "version": "counts changes, for the form",
    "search_text": "worked out from the names",
    "labels": "worked out from the names",
    "path": "worked out from the parents",
    "country": "worked out from the parents",
    "order": "the rows' own order",
}


@by_kind
def test_every_field_a_person_enters_is_a_column(kind):
    def entered(model, owner=""):
        fields = [*model._meta.fields, *model._meta.many_to_many]
        return {field.name for field in fields if field.editable and field.name not in ("id", "key", owner)}

    # An alliance is read as one; its kind is not entered.
    kept = {"kind"} if kind.name == "alliance" else set()
    assert entered(kind.model) - kept == {column.field for column in (*kind.columns, *SHARED)}
    for rows in kind.rows:
        fields = entered(kind.part_model(rows), kind.owner_of(rows))
        assert fields == {column.field for column in rows.columns}, rows.name


def choices_of(kind):
    """(name in `definitions`, value) of every choice a person makes in this kind of record."""
    for column in kind.columns:
        for value, __ in model_field(kind.model, column.field).flatchoices or ():
            yield f"{column.field}.{value}"
    for rows in kind.rows:
        for column in rows.columns:
            for value, __ in model_field(kind.part_model(rows), column.field).flatchoices or ():
                yield f"{rows.name}.{column.field}.{value}"


# Defined once where they belong.
DEFINED_ELSEWHERE = {
    ("alliance", "names.kind"): "organisation",
    ("unit", "states.state"): "unit",
}


@by_kind
def test_every_choice_has_a_written_meaning(kind):
    missing = set()
    for name in choices_of(kind):
        stem = name.rpartition(".")[0]
        if (kind.name, stem) not in DEFINED_ELSEWHERE and not str(kind.definitions.get(name, "")).strip():
            missing.add(name)
    assert missing == set()
    assert set(kind.definitions) <= set(choices_of(kind))


def test_no_exemption_is_stale():
    stems = {(kind.name, name.rpartition(".")[0]) for kind in KINDS for name in choices_of(kind)}
    assert set(DEFINED_ELSEWHERE) <= stems
    named = {kind.name: kind for kind in KINDS}
    for (name, stem), other in DEFINED_ELSEWHERE.items():
        last = stem.rpartition(".")[2]
        here = {value.rpartition(".")[2] for value in choices_of(named[name]) if value.startswith(stem)}
        there = {value.rpartition(".")[2] for value in named[other].definitions if f"{last}." in value}
        assert here <= there, (name, stem)


def test_publication_states_have_labels():
    assert {str(label) for label in Status.labels} == {"draft", "published", "withdrawn", "superseded"}


@by_kind
def test_terms_resolve(kind):
    terms = [kind.term, *(column.term for column in (*kind.columns, *SHARED))]
    terms += [column.term for rows in kind.rows for column in rows.columns]
    for term in terms:
        prefix, colon, name = term.partition(":")
        assert colon, term
        assert name, term
        address = VOCABULARIES[prefix]
        assert address.startswith(("http://", "https://", "/words/#")), term


@by_kind
def test_no_two_columns_share_a_term(kind):
    """Two columns of one term would overwrite each other in JSON-LD."""
    parts = [f"guildbook:{rows.name}" for rows in kind.rows]
    own = [*(column.term for column in (*kind.columns, *SHARED)), "schema:citation", *parts]
    assert len(own) == len(set(own))
    for rows in kind.rows:
        terms = [column.term for column in rows.columns]
        assert len(terms) == len(set(terms)), rows.name


@by_kind
def test_labels_are_the_models_verbose_names(kind):
    assert kind.label
    assert kind.label_plural
    for column in (*kind.columns, *SHARED):
        field = model_field(kind.model, column.field)
        assert isinstance(field, Field)
        assert str(field.verbose_name), column.field
    for rows in kind.rows:
        assert str(rows.label), rows.name


def test_the_exempt_models_are_what_their_reasons_say():
    assert {column.field for column in CITATION_COLUMNS} <= {field.name for field in Citation._meta.fields}
    assert {"before", "after", "who", "why", "at"} <= {field.name for field in Change._meta.fields}


@by_kind
def test_facets_lead_where_they_say(kind):
    names = [facet.name for facet in kind.facets]
    assert len(names) == len(set(names))
    for facet in kind.facets:
        assert str(facet.label)
        str(kind.model._default_manager.filter(**{f"{facet.path}__isnull": True}, **facet.only).query)
        if facet.refers:
            assert facet.refers in {other.name for other in KINDS}
