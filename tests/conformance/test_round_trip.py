"""What goes out comes back as it was: documents as YAML, JSON and workbook, whatever texts they hold."""

import io
import json

import pytest
import yaml
from django.apps import apps
from django.core.management import CommandError, call_command
from django.db import connection
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from conformance.samples import SAMPLES, keep, keep_samples, sample
from guildbook.faces.exporting import export_book
from guildbook.faces.forms import empty_form, read_posted
from guildbook.faces.workbooks import read_workbook, write_workbook
from guildbook.imports.actions.loading import load
from guildbook.kit.actions import documents, rewrite, stored
from guildbook.kit.actors import SYSTEM
from guildbook.kit.documents import UNWRITABLE, DocumentError, document, read_document
from guildbook.kit.models import Change
from guildbook.kit.record_types import by_name, record_types

KINDS = record_types()
by_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
pytestmark = pytest.mark.django_db


def held(kind):
    return documents(kind, kind.model._default_manager.order_by("key"))


def everything():
    return {kind.name: held(kind) for kind in KINDS}


def sheets(tmp_path, data):
    path = tmp_path / "book.xlsx"
    path.write_bytes(write_workbook(data))
    return path


@by_kind
def test_a_document_read_back_is_the_same(kind, book):
    for data in held(kind):
        record = kind.model._default_manager.get(key=data["key"])
        assert document(kind, read_document(kind, json.loads(json.dumps(data)), record)) == data
        assert document(kind, read_document(kind, data)) == data


@by_kind
def test_a_form_sent_back_unchanged_changes_nothing(kind, book, readers):
    key = f"{kind.name}-0"
    before = Change.objects.count()
    answer = readers["staff"].post(f"/{kind.plural}/{key}/edit", filled(kind, key))
    assert answer.status_code == 302, answer.context
    assert Change.objects.count() == before


def filled(kind, key):
    """What a browser sends for the form of a record, line ends included."""
    form = empty_form(kind, kind.model._default_manager.get(key=key), {})
    sent = {"version": form.version, "why": "looked at it"}
    for field in [*form.fields, *(field for part in form.parts for row in part.rows for field in row)]:
        if field.get("kind") == "map":
            sent |= {f"{field['name']}.{tag}": field["value"].get(tag, "") for tag, __ in field["languages"]}
        elif field.get("kind") == "many":
            sent |= {line["name"]: line["value"] for line in field["lines"]}
        else:
            sent[field["name"]] = field["value"]
    return {name: str(value).replace("\n", "\r\n") for name, value in sent.items()}


def test_the_form_reads_what_it_showed(book):
    for kind in KINDS:
        record = kind.model._default_manager.get(key=f"{kind.name}-0")
        data = read_posted(kind, filled(kind, record.key))
        shown = document(kind, read_document(kind, {**data, "key": record.key}))
        kept = document(kind, stored(kind, record))
        offered = {column.field: column.in_form for column in kind.columns}
        offered |= {rows.name: rows.in_form for rows in kind.rows}
        unseen = {name: kept.get(name) for name, shows in offered.items() if not shows}
        assert {**shown, **unseen} == {**kept, **unseen}, kind.name


@pytest.mark.parametrize("name", ["book.xlsx", "book"])
def test_the_exported_book_loads_as_a_no_op_and_into_an_empty_book(tmp_path, name, db):
    keep_samples(0, 1)
    keep("organisation", 5, place="place-0", parent=None, status="draft")
    before, changes = everything(), Change.objects.count()
    call_command("export", str(tmp_path / name), stdout=io.StringIO())
    tally = load(SYSTEM, [tmp_path / name], "again")
    assert (tally.added, tally.changed) == (0, 0)
    assert tally.unchanged == sum(len(found) for found in before.values())
    assert Change.objects.count() == changes
    empty_the_book()
    load(SYSTEM, [tmp_path / name], "afresh")
    assert everything() == before


def empty_the_book():
    """Take every record out; only a test does, the book never does."""
    models = [
        model for model in apps.get_models(include_auto_created=True) if model.__module__.startswith("guildbook.")
    ]
    with connection.cursor() as cursor:
        for model in models:
            cursor.execute(f'DELETE FROM "{model._meta.db_table}"')  # noqa: S608 - the names are our tables


def test_export_writes_over_nothing(tmp_path, db):
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(CommandError, match="not empty"):
        call_command("export", str(tmp_path))
    with pytest.raises(CommandError, match="cannot be written"):
        call_command("export", str(tmp_path / "nowhere" / "book.xlsx"))


TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60).filter(
    lambda text: text.strip() and not UNWRITABLE.search(text.replace("\r", ""))
)
TAGS = st.sampled_from(["en", "zh-Hans", "vi", "lo", "km", "my", "th", "id"])
MAPS = st.dictionaries(TAGS, TEXTS, min_size=1, max_size=4)
AWKWARD = {
    "en": "=1+1",
    "vi": "'quoted",
    "lo": "ສະຖາບັນ\nວິຊາຊີບ",
    "km": "វិទ្យាស្ថាន",
    "my": "သက်မွေး",
    "th": "_x0041_ วิทยาลัย 🛠️",
    "zh-Hans": "职业\u2028教育\u3000学院",
    "id": "null",
}


@given(names=MAPS, note=MAPS, quote=TEXTS, text=TEXTS)
@example(names=AWKWARD, note=AWKWARD, quote="+SUM(A1)", text="-2\n\n  @here\t\n")
@example(names={"zh-Hans": "~", "en": "true"}, note={"en": "1.0"}, quote="#N/A", text="long " * 9000)
@example(names={"lo": "🛠" * 20_000}, note={"en": "2021-01-01"}, quote="<b>&amp;</b>", text="\u00a0x\ufeff")
@settings(max_examples=12, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_survives_every_face(book, tmp_path, names, note, quote, text):
    source, unit = by_name("source"), by_name("unit")
    cited = {"source": "source-0", "quote": quote, "paragraph": 2}
    rewrite(SYSTEM, source, {**sample("source"), "text": text, "note": note}, "test")
    rewrite(SYSTEM, unit, {**sample("unit"), "names": names, "note": note, "citations": [cited]}, "test")
    data = {source: held(source), unit: held(unit)}
    path = sheets(tmp_path, data)
    read = {(kind.name, found["key"]): found for kind, __, found in read_workbook(path)}
    assert read["source", "source-0"]["text"] == data[source][0].get("text")
    for kind, found in data.items():
        (tmp_path / "one.yaml").write_text(
            yaml.safe_dump({"records": kind.name, "documents": found}, allow_unicode=True, sort_keys=False),
            encoding="utf-8",
            newline="",
        )
        for file in (path, tmp_path / "one.yaml"):
            tally = load(SYSTEM, [file], "again")
            assert (tally.added, tally.changed) == (0, 0), file
    kept = held(unit)[0]
    assert list(kept["names"]) == [tag for tag, name in names.items()]
    posted = {**read_posted(unit, filled(unit, "unit-0")), "key": "unit-0"}
    assert document(unit, read_document(unit, posted)) == kept


@given(value=st.decimals(-(10**15), 10**15, places=4, allow_nan=False, allow_infinity=False))
@example(value="0.1")
@example(value="1234567890123456.7891")
@settings(max_examples=15, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_number_survives_every_face(book, tmp_path, value):
    claim = by_name("claim")
    rewrite(SYSTEM, claim, {**sample("claim"), "value": str(value)}, "test")
    data = held(claim)
    path = sheets(tmp_path, {claim: data})
    assert load(SYSTEM, [path], "again").changed == 0
    assert rewrite(SYSTEM, claim, json.loads(json.dumps(data[0])), "again").version == claim.model.objects.get().version


@pytest.mark.parametrize("bad", ["\x00", "\x07", "\x0b", "\x1b", "\x7f", "\x85", "\ud800", "\ufffe", "\uffff"])
@pytest.mark.parametrize("name", list(SAMPLES))
def test_what_files_cannot_carry_is_refused_at_entry(db, bad, name):
    with pytest.raises(DocumentError) as refused:
        read_document(by_name(name), {**sample(name), "note": {"en": f"ab{bad}c"}})
    fault = next(fault for fault in refused.value.faults if fault.where == "note")
    assert f"U+{ord(bad):04X}" in fault.message
    assert "3" in fault.message


def test_export_of_an_empty_book_loads(tmp_path, book):
    empty_the_book()
    assert export_book(tmp_path / "book.xlsx") == 0
    assert export_book(tmp_path / "book") == 0
    assert load(SYSTEM, [tmp_path / "book"], "nothing").unchanged == 0
