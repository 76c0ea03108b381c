"""Keeping many at once does what keeping one by one does: the same rows, the same history, the same faults."""

import json

import pytest
from django.apps import apps
from django.core.exceptions import PermissionDenied
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from conformance.samples import keep_samples, sample
from guildbook.kit import actions
from guildbook.kit.actions import keep, keep_many
from guildbook.kit.actors import PUBLIC, SYSTEM
from guildbook.kit.documents import DocumentError, read_document
from guildbook.kit.models import Change
from guildbook.kit.record_types import by_name, record_types

pytestmark = pytest.mark.django_db
KINDS = record_types()
# Times differ from run to run; what is only worked out from records may be numbered otherwise.
WORKED_OUT = {"SearchWord", "Within"}


def every_row():
    """All rows of all tables, by table, without times."""
    found = {}
    for model in apps.get_models(include_auto_created=True):
        if model.__module__.startswith("guildbook."):
            but = {"at", "id"} if model.__name__ in WORKED_OUT else {"at"}
            names = [field.attname for field in model._meta.concrete_fields if field.name not in but]
            rows = [json.dumps(row, default=str) for row in model._base_manager.values_list(*names)]
            found[model.__name__] = sorted(rows)
    return found


def trial(write):
    """What the book holds after a write, which is taken back; primary keys are then given anew."""
    with transaction.atomic():
        write()
        found = every_row()
        transaction.set_rollback(True)
    return found


def document_of(kind, n, key):
    data = {**sample(kind.name, n), "key": key}
    if kind.name == "field":
        data["code"] = key[-4:]
    return data


def drafts_of(kind):
    """A changed, an unchanged and five new records of a kind."""
    manager = kind.model._default_manager
    changed = {**sample(kind.name, 1), "note": {"en": "Changed", "vi": "Đã đổi"}, "since": "2018"}
    made = [read_document(kind, changed, manager.get(key=f"{kind.name}-1"))]
    made.append(read_document(kind, sample(kind.name, 2), manager.get(key=f"{kind.name}-2")))
    news = [document_of(kind, n % 3, f"{kind.name}-new-{9000 + n}") for n in range(5)]
    made.extend(read_document(kind, data) for data in news)
    for draft in made:
        if kind.name == "alliance":
            draft.record.kind = "alliance"  # as its own action does
    return made


@pytest.fixture(scope="module")
def samples(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock():
        atomic = transaction.atomic()
        atomic.__enter__()
        keep_samples(0, 1, 2)
        yield
        transaction.set_rollback(True)
        atomic.__exit__(None, None, None)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_many_are_kept_as_one_by_one(kind, samples):
    def one_by_one():
        for draft in drafts_of(kind):
            keep(SYSTEM, draft, "test")

    def at_once():
        keep_many(SYSTEM, kind, drafts_of(kind), "test")

    single, many = trial(one_by_one), trial(at_once)
    assert single.keys() == many.keys()
    for name, rows in single.items():
        assert many[name] == rows, name


PERSON, ORGANISATION, MEMBERSHIP = by_name("person"), by_name("organisation"), by_name("membership")


def people(*names):
    return [read_document(PERSON, {"key": name, "names": {"en": name}}) for name in names]


def test_statements_do_not_grow_with_records(samples):
    def statements(count, stem):
        drafts = people(*(f"{stem}-{n}" for n in range(count)))
        with CaptureQueriesContext(connection) as asked:
            keep_many(SYSTEM, PERSON, drafts, "test")
        return len(asked)

    statements(1, "first")
    assert statements(20, "some") == statements(2, "two")
    assert statements(60, "many") <= statements(2, "three")


def again(**changed):
    """A change of a person the book holds."""
    return read_document(PERSON, {**sample("person"), **changed}, PERSON.model.objects.get(key="person-0"))


def faulty(bad):
    """Three people and something wrong with one of them, or with a fourth."""
    made = people("person-a", "person-b", "person-c")
    if bad == "dates":
        made[1].record.since = "soon"
    elif bad == "term":
        made[2].record.since, made[2].record.until = "2020", "2019"
    elif bad == "draft":
        made.append(again(status="draft"))
    elif bad == "version":
        made.append(again(since="2001"))
        made[3].record.version = 7
    else:
        made.extend(people("person-a" if bad == "twice" else "person-0"))
    return made


@pytest.mark.parametrize("bad", ["twice", "taken", "draft", "dates", "version", "term"])
def test_one_fault_keeps_nothing_and_is_named_as_by_keep(bad, samples):
    faults = []
    changes = Change.objects.count()

    def one_by_one(some):
        for one in some:
            keep(SYSTEM, one, "test")

    def at_once(some):
        keep_many(SYSTEM, PERSON, some, "test")

    for write in (one_by_one, at_once):
        with pytest.raises(DocumentError) as refused, transaction.atomic():
            write(faulty(bad))
        faults.append(refused.value.faults)
        assert Change.objects.count() == changes
        assert not PERSON.model.objects.filter(key="person-b").exists()
    assert faults[0] == faults[1]


def test_whoever_may_not_keep_one_keeps_none(samples):
    with pytest.raises(PermissionDenied):
        keep_many(PUBLIC, PERSON, people("person-a"), "test")
    assert [one.key for one in keep_many(PUBLIC, PERSON, people("person-a"), "test", permitted=True)] == ["person-a"]


def test_what_only_the_database_refuses_is_named_too(samples, monkeypatch):
    """As when somebody else takes a key between the checks and the writing."""
    monkeypatch.setattr(actions, "are_clean", lambda rows, good: True)
    with pytest.raises(DocumentError, match="already exists"), transaction.atomic():
        keep_many(SYSTEM, PERSON, people("person-a", "person-0"), "test")
    assert not PERSON.model.objects.filter(key="person-a").exists()


def test_listeners_of_one_hear_of_many(samples, monkeypatch):
    heard = []
    monkeypatch.setattr(actions, "_listeners", [])
    monkeypatch.setattr(actions, "_listeners_of_many", [])
    actions.after_keeping(lambda kind, draft: heard.append((kind.name, draft.record.key)))
    keep_many(SYSTEM, PERSON, people("person-a", "person-b"), "test")
    assert heard == [("person", "person-a"), ("person", "person-b")]


def test_what_is_kept_can_be_kept_again_at_once(samples):
    kept = keep_many(SYSTEM, PERSON, people("person-a", "person-b"), "test")
    again = [read_document(PERSON, {"key": one.key, "names": {"en": "New"}}, one) for one in kept]
    assert [one.version for one in keep_many(SYSTEM, PERSON, again, "again")] == [2, 2]
    assert {one.label()["en"] for one in PERSON.model.objects.filter(key__in=["person-a", "person-b"])} == {"New"}
