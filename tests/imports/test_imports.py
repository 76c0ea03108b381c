"""Files sent on /imports/: what each row would do is shown first, and then all of it is kept, or nothing."""

import csv
import io
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.test import Client
from openpyxl import Workbook, load_workbook

from conformance.samples import keep_samples, sample
from guildbook.accounts.models import User
from guildbook.faces.workbooks import write_table, write_workbook
from guildbook.imports.actions import checking
from guildbook.imports.actions.loading import load
from guildbook.imports.models import Import, Mapping
from guildbook.kit.actions import documents, keep_many, rewrite
from guildbook.kit.actors import SYSTEM
from guildbook.kit.documents import DocumentError
from guildbook.kit.models import Change
from guildbook.kit.record_types import by_name, record_types
from guildbook.mandates.models import Mandate
from guildbook.reviews import registry
from guildbook.reviews.models import Proposal

pytestmark = pytest.mark.django_db
KINDS = record_types()


@pytest.fixture(autouse=True)
def _files(settings, tmp_path):
    settings.IMPORTS = tmp_path / "imports"


@pytest.fixture
def staff():
    User.objects.create_user("lan", password="lanlanlan1", is_staff=True)
    return signed_in("lan")


@pytest.fixture
def member():
    keep_samples(0, 1)
    user = User.objects.create_user("mai", password="maimaimai1")
    college = by_name("organisation").model.objects.get(key="organisation-0")
    Mandate.objects.create(user=user, organisation=college, duty="lead", since=date(2020, 1, 1), given_by="test")
    return signed_in("mai")


def signed_in(name):
    client = Client()
    client.force_login(User.objects.get(username=name), backend="django.contrib.auth.backends.ModelBackend")
    return client


def book(**sheets):
    made = Workbook()
    made.remove(made.active)
    for name, rows in sheets.items():
        sheet = made.create_sheet(name.replace("__", "."))
        for row in rows:
            sheet.append(row)
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


def send(client, data, name="list.xlsx", kind="organisation"):
    answer = client.post("/imports/", {"file": SimpleUploadedFile(name, data), "kind": kind})
    assert answer.status_code == 302, answer.content.decode()
    return Import.objects.latest("pk")


def states(imported):
    return {(row.sheet, row.row): row.state for row in imported.rows.all()}


def row_of(imported, number):
    return imported.rows.get(row=number)


def keep_it(client, imported):
    client.post(f"/imports/{imported.pk}/keep", {"why": "sent by a member"})
    imported.refresh_from_db()
    return imported


PEOPLE = [["key", "names.en", "since"], ["person-a", "Person A", "2020"], ["person-b", "Person B", "soon"]]


def test_nothing_is_kept_before_all_is(staff):
    imported = send(staff, book(people=PEOPLE))
    assert states(imported) == {("people", 2): "add", ("people", 3): "refuse"}
    assert row_of(imported, 3).remarks[0][:3] == ["people", 3, "C"]
    assert not Change.objects.exists()
    page = staff.get(f"/imports/{imported.pk}").content.decode()
    assert "column C" in page
    assert "Keep all" not in page
    assert keep_it(staff, imported).state == "checked"
    assert not Change.objects.exists()


def test_a_corrected_file_is_kept_and_again_is_a_no_op(staff):
    rows = [*PEOPLE[:2], ["person-b", "Person B", "2021"]]
    imported = send(staff, book(people=rows))
    assert keep_it(staff, imported).state == "kept"
    assert Change.objects.count() == 2
    assert set(Change.objects.values_list("why", flat=True)) == {"sent by a member"}
    again = send(staff, book(people=rows))
    assert set(states(again).values()) == {"same"}
    assert "exactly this" in staff.get(f"/imports/{again.pk}").content.decode()


def test_every_kind_comes_in_as_it_went_out(staff):
    keep_samples(0, 1)
    held = {kind: documents(kind, kind.model._default_manager.order_by("key")) for kind in KINDS}
    changes = Change.objects.count()
    imported = send(staff, write_workbook(held), "book.xlsx")
    assert imported.state == "checked", imported.error
    assert {row.state for row in imported.rows.all()} == {"same"}, [
        row.remarks for row in imported.rows.exclude(state="same")
    ]
    assert imported.rows.count() == sum(map(len, held.values()))
    assert Change.objects.count() == changes


def test_every_kind_goes_out_and_comes_in_as_csv(staff, tmp_path):
    keep_samples(0, 1)
    changes = Change.objects.count()
    for kind in KINDS:
        answer = staff.get(f"/{kind.plural}.csv")
        assert answer.status_code == 200
        rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))
        assert len(rows) == kind.model._default_manager.count() + 1
        imported = send(staff, answer.content, f"{kind.plural}.csv")
        said = [row.remarks for row in imported.rows.all()]
        assert {row.state for row in imported.rows.all()} == {"same"}, (kind.name, said)
        path = tmp_path / f"{kind.plural}.csv"
        path.write_bytes(answer.content)
        assert load(SYSTEM, [path], "again").unchanged == len(rows) - 1
    assert Change.objects.count() == changes


def test_formulas_in_a_csv_are_texts_and_come_back(staff):
    source = by_name("source")
    rewrite(SYSTEM, source, {"key": "s", "title": {"en": "=1+1"}, "kind": "press", "text": "-2 @x"}, "test")
    data = write_table(source, documents(source, source.model.objects.all()))
    assert "'=1+1" in data.decode("utf-8-sig")
    assert states(send(staff, data, "sources.csv")) == {("sources", 2): "same"}


def test_a_record_changed_since_the_preview_is_looked_at_again(staff):
    person = by_name("person")
    rewrite(SYSTEM, person, {"key": "person-a", "names": {"en": "Person A"}}, "test")
    imported = send(staff, book(people=[["key", "since"], ["person-a", "2020"]]))
    assert row_of(imported, 2).changes == [["since", "B", None, "2020"]]
    rewrite(SYSTEM, person, {"key": "person-a", "names": {"en": "Somebody"}}, "meanwhile")
    assert keep_it(staff, imported).state == "checked"
    assert "row 2" in imported.error
    assert person.model.objects.get().since == ""
    staff.post(f"/imports/{imported.pk}/check")
    assert keep_it(staff, Import.objects.get()).state == "kept"
    assert person.model.objects.get().since == "2020"


def test_rows_may_name_rows_that_come_later(staff):
    places = [
        ["key", "names.en", "kind", "parent"],
        ["hanoi", "Hanoi", "city", "vietnam"],
        ["vietnam", "Vietnam", "country", None],
    ]
    imported = send(staff, book(places=places))
    assert set(states(imported).values()) == {"add"}
    assert not by_name("place").model.objects.exists()
    assert keep_it(staff, imported).state == "kept"
    assert by_name("place").model.objects.get(key="hanoi").path == "vietnam/hanoi/"


def test_only_who_keeps_something_sends_files(client):
    assert client.get("/imports/").status_code == 302
    User.objects.create_user("guest", password="guestguest1")
    assert signed_in("guest").get("/imports/").status_code == 403


def test_files_are_seen_by_their_sender_and_staff(staff, member):
    imported = send(member, book(people=PEOPLE))
    User.objects.create_user("other", password="otherother1")
    for path in ("", "/columns", "/remarks.xlsx"):
        assert signed_in("other").get(f"/imports/{imported.pk}{path}").status_code == 404
    assert staff.get(f"/imports/{imported.pk}").status_code == 200
    assert staff.post(f"/imports/{imported.pk}/keep").status_code == 403


def test_an_unseen_record_and_none_at_all_are_refused_in_the_same_words(member):
    person = by_name("person")
    rewrite(SYSTEM, person, {"key": "secret", "names": {"en": "Secret"}, "status": "draft"}, "test")
    rows = [["key", "names.en", "steward"], ["secret", "X", "organisation-0"], ["nobody", "X", "organisation-0"]]
    imported = send(member, book(people=rows))
    assert states(imported) == {("people", 2): "refuse", ("people", 3): "refuse"}
    assert row_of(imported, 2).remarks[0][3] == row_of(imported, 3).remarks[0][3]
    assert row_of(imported, 2).label == row_of(imported, 3).label == "X"


def test_members_change_what_they_keep_and_nothing_else(member):
    rows = [["key", "until"], ["person-0", "2031"], ["person-1", "2031"]]
    imported = send(member, book(people=rows))
    assert states(imported) == {("people", 2): "change", ("people", 3): "refuse"}


def test_members_may_leave_the_key_to_the_book(member):
    imported = send(member, book(people=[["key", "names.en", "steward"], [None, "Somebody New", "organisation-0"]]))
    assert states(imported) == {("people", 2): "add"}
    assert keep_it(member, imported).state == "kept"
    again = send(member, book(people=[["key", "names.en", "steward"], [None, "Somebody New", "organisation-0"]]))
    assert states(again) == {("people", 2): "same"}


def test_what_a_new_row_of_a_member_names_no_keeper_for_is_kept_by_their_organisation(member):
    imported = send(member, book(people=[["key", "names.en"], [None, "Somebody New"]]))
    assert states(imported) == {("people", 2): "add"}
    assert row_of(imported, 2).document["steward"] == "organisation-0"


def colleges(*names):
    organisation = by_name("organisation")
    for n, name in enumerate(names):
        names_of = [{"text": name, "language": "en", "kind": "official"}]
        rewrite(SYSTEM, organisation, {"key": f"college-{n}", "kind": "school", "names": names_of}, "test")


LIST = [
    ["Members of the alliance, 2024"],
    [],
    ["No.", "学校名称", "Name of school (English)", "Type", "Joined", "Remarks"],
    [1, "昆明样例学院", "Sample College One", "高校", "03/04/2021", None],
    [2, "河内样例学院", "Sample College Two", "高校", 45260, "Signed"],
    [],
    [3, None, "#REF!", "高校", "2022", None],
]
SENT = {
    "A.to": "", "B.to": "names", "B.language": "zh-Hans", "C.to": "names", "C.language": "en", "D.to": "kind",
    "D.values": "高校=school", "E.to": "since", "F.to": "note", "F.language": "en", "order": "dmy",
}  # fmt: skip


def test_a_list_of_ones_own_is_mapped_once_and_remembered(staff):
    colleges("Sample College One")
    imported = send(staff, book(Sheet=LIST))
    assert imported.state == "columns"
    guessed = imported.columns["columns"]
    assert guessed["学校名称"] == {"to": "names", "language": "zh-Hans"}
    assert guessed["Name of school (English)"] == {"to": "names", "language": "en"}
    assert (guessed["Type"]["to"], guessed["Joined"]["to"], guessed["Remarks"]["to"]) == ("kind", "since", "note")
    page = staff.get(f"/imports/{imported.pk}/columns").content.decode()
    assert "昆明样例学院" in page
    staff.post(f"/imports/{imported.pk}/columns", {**SENT, "remember": "Our list"})
    imported.refresh_from_db()
    assert states(imported) == {("Sheet", 4): "change", ("Sheet", 5): "add", ("Sheet", 7): "refuse"}
    first, second = row_of(imported, 4), row_of(imported, 5)
    assert (first.key, first.document["since"], second.document["since"]) == ("college-0", "2021-04-03", "2023-11-30")
    assert [name["text"] for name in first.document["names"]] == ["Sample College One", "昆明样例学院"]
    assert row_of(imported, 7).remarks[0][:3] == ["Sheet", 7, "C"]
    # The corrected list, its columns in another order, is read by what is remembered.
    corrected = [[row[5], *row[1:5]] if len(row) > 4 else row for row in LIST[2:6]]
    again = send(staff, book(Sheet=corrected[:3]))
    assert again.mapping == Mapping.objects.get(name="Our list")
    assert keep_it(staff, again).state == "kept"
    organisation = by_name("organisation").model
    assert organisation.objects.get(names__text="Sample College Two").label()["zh-Hans"] == "河内样例学院"
    assert organisation.objects.count() == 2
    assert set(states(send(staff, book(Sheet=corrected[:3]))).values()) == {"same"}


def test_an_ambiguous_name_is_decided_by_a_person(staff):
    colleges("Sample Railway College", "Sample Railway College")
    rows = [["Name"], ["Sample Railway College"]]
    imported = send(staff, book(Sheet=rows))
    said = {"A.to": "names", "A.language": "en", "constant.1": "kind", "constant.1.value": "school"}
    staff.post(f"/imports/{imported.pk}/columns", said)
    assert states(imported) == {("Sheet", 2): "ask"}
    assert keep_it(staff, imported).state == "checked"
    staff.post(f"/imports/{imported.pk}/check", {"row:Sheet/2": "college-1"})
    assert (row_of(imported, 2).state, row_of(imported, 2).key) == ("same", "college-1")
    staff.post(f"/imports/{imported.pk}/check", {"row:Sheet/2": "new"})
    assert row_of(imported, 2).state == "add"


def test_references_and_several_values_in_a_cell(staff):
    keep_samples(0, 1)
    rows = [["Name", "Country", "Fields", "Kind"], ["New Workshop", "Place 0", "Field 0; Field 1", "Workshop"]]
    imported = send(staff, book(Sheet=rows), kind="unit")
    said = {"A.to": "names", "A.language": "en", "B.to": "place", "C.to": "fields", "C.split": ";", "D.to": "kind",
            "constant.1": "state", "constant.1.value": "open"}  # fmt: skip
    staff.post(f"/imports/{imported.pk}/columns", said)
    row = row_of(imported, 2)
    assert row.state == "add", row.remarks
    assert (row.document["place"], row.document["fields"], row.document["kind"]) == (
        "place-0",
        ["field-0", "field-1"],
        "workshop",
    )


@pytest.mark.parametrize(
    ("data", "name", "words"),
    [
        (b"", "x.xlsx", "empty"),
        (b"PK\x03\x04 nothing", "x.xlsx", "damaged"),
        (b"\xd0\xcf\x11\xe0" + bytes(99), "x.xls", "old workbook"),
        (b"\x89PNG\r\n\x1a\n" + bytes(20), "x.csv", "cannot be read|can be read"),
    ],
)
def test_a_bad_file_says_what_would_be_right(staff, data, name, words):
    answer = staff.post("/imports/", {"file": SimpleUploadedFile(name, data), "kind": "organisation"})
    assert answer.status_code == 422
    assert any(word in answer.content.decode() for word in words.split("|"))
    assert not Import.objects.exists()


def test_a_wrong_column_or_key_twice_is_named(staff):
    imported = send(staff, book(people=[["key", "colour"], ["a", "red"]]))
    assert imported.state == "failed"
    assert "colour" in imported.error
    imported = send(staff, book(people=[["key", "names.en"], ["a", "A"], ["a", "B"]]))
    assert "row 3" in imported.error


def test_hidden_things_and_damage_are_told(staff):
    made = Workbook()
    made.active.title = "people"
    for row in [["key", "names.en"], ["person-a", "A"]]:
        made.active.append(row)
    made.create_sheet("roles").sheet_state = "hidden"
    file = io.BytesIO()
    made.save(file)
    imported = send(staff, file.getvalue())
    assert states(imported) == {("people", 2): "add"}
    assert [remark[0] for remark in imported.remarks] == ["roles"]


def test_remarks_as_a_workbook(staff):
    imported = send(staff, book(people=PEOPLE))
    sheet = load_workbook(io.BytesIO(staff.get(f"/imports/{imported.pk}/remarks.xlsx").content)).active
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
    assert ["people", 3, "C"] in [row[:3] for row in rows]


def test_a_long_file_is_worked_on_by_a_process_of_its_own(staff, monkeypatch):
    started = []
    monkeypatch.setattr(checking, "AT_ONCE", 1)
    monkeypatch.setattr(checking.subprocess, "Popen", lambda command, **how: started.append(command))
    imported = send(staff, book(people=PEOPLE))
    assert imported.state == "checking"
    assert 'hx-trigger="every 2s"' in staff.get(f"/imports/{imported.pk}").content.decode()
    call_command("imports", imported.pk, stdout=io.StringIO())
    imported.refresh_from_db()
    assert imported.state == "checked"
    assert [command[3] for command in started] == ["imports"]
    assert staff.get(f"/imports/{imported.pk}", headers={"HX-Request": "true"})["HX-Refresh"] == "true"


def test_files_expire_and_are_forgotten(staff, settings):
    imported = send(staff, book(people=PEOPLE))
    assert len(list(settings.IMPORTS.iterdir())) == 1
    Import.objects.update(at="2020-01-01T00:00:00Z")
    send(staff, book(people=PEOPLE[:2]))
    assert not Import.objects.filter(pk=imported.pk).exists()
    staff.post(f"/imports/{Import.objects.get().pk}/forget")
    assert not list(settings.IMPORTS.iterdir())


def test_a_whole_page_of_rows_asks_a_few_questions(staff, django_assert_max_num_queries):
    people = by_name("person")
    keep_many(SYSTEM, people, [], "nothing")
    rows = [["key", "names.en"], *[[f"person-{n}", f"Person {n}"] for n in range(150)]]
    imported = send(staff, book(people=rows))
    with django_assert_max_num_queries(25):
        page = staff.get(f"/imports/{imported.pk}").content.decode()
    assert "Page 1 of 2" in page
    assert sample("person")["key"] == "person-0"


def test_what_an_alliance_looks_at_first_is_proposed_and_the_preview_says_so(member, monkeypatch):
    alliance = by_name("alliance").model.objects.get(key="alliance-0")
    monkeypatch.setattr(registry, "_rules", [lambda actor, kind, draft: alliance.pk])
    imported = send(member, book(people=[["key", "until"], ["person-0", "2031"]]))
    assert row_of(imported, 2).proposed
    assert not Proposal.objects.exists()
    assert "for approval" in member.get(f"/imports/{imported.pk}").content.decode()
    assert keep_it(member, imported).state == "kept"
    assert Proposal.objects.get().document["until"] == "2031"
    assert by_name("person").model.objects.get(key="person-0").until == "2030"


def test_pressing_keep_twice_at_once_leaves_the_file_kept(member):
    imported = send(member, book(organisations=[["key", "note"], ["organisation-0", "pressed twice"]]))
    first, second = Import.objects.get(pk=imported.pk), Import.objects.get(pk=imported.pk)
    assert first.state == "checked", first.error
    actor = checking.actor_behind(first)
    checking.begin(first, actor, "keeping")
    with pytest.raises(DocumentError):
        checking.begin(second, actor, "keeping")
    held = Import.objects.get(pk=imported.pk)
    assert (held.state, held.error) == ("kept", "")
    assert held.kept_at is not None
