"""Loading: all or nothing, each fault with its place, and the same file again changes nothing."""

import pytest
import yaml
from django.core.exceptions import PermissionDenied

from conformance.samples import keep_samples
from guildbook.faces.workbooks import write_workbook
from guildbook.imports.actions.loading import LoadError, documents_in, load
from guildbook.kit.actors import PUBLIC, SYSTEM
from guildbook.kit.models import Change
from guildbook.kit.record_types import by_name

pytestmark = pytest.mark.django_db
PERSON, PLACE = by_name("person"), by_name("place")


def write(folder, name, records, *documents):
    path = folder / name
    path.write_text(yaml.safe_dump({"records": records, "documents": list(documents)}, sort_keys=False), "utf-8")
    return path


def person(n, **more):
    return {"key": f"person-{n}", "names": {"en": f"Person {n}"}, **more}


def refused(*paths):
    with pytest.raises(LoadError) as error:
        load(SYSTEM, list(paths), "test")
    assert not PERSON.model.objects.exists()
    assert not Change.objects.exists()
    return str(error.value)


def test_twice_is_once(tmp_path):
    path = write(tmp_path, "people.yaml", "person", person(1), person(2))
    first, again = load(SYSTEM, [path], "test"), load(SYSTEM, [path], "test")
    assert (first.added, first.changed, first.unchanged) == (2, 0, 0)
    assert (again.added, again.changed, again.unchanged) == (0, 0, 2)
    assert Change.objects.count() == 2
    write(tmp_path, "people.yaml", "person", person(1), person(2, note={"en": "Met."}))
    corrected = load(SYSTEM, [path], "corrected")
    assert (corrected.added, corrected.changed, corrected.unchanged) == (0, 1, 1)


def test_a_folder_is_loaded_in_name_order(tmp_path):
    write(tmp_path, "02-people.yaml", "person", person(1))
    write(tmp_path, "01-places.yaml", "place", {"key": "laos", "names": {"en": "Laos"}, "kind": "country"})
    (tmp_path / "README.md").write_text("Not a document.")
    assert load(SYSTEM, [tmp_path], "test").added == 2
    assert [placed.record_type.name for placed in documents_in([tmp_path])] == ["place", "person"]


def test_a_document_waits_for_what_it_refers_to(tmp_path):
    path = write(
        tmp_path,
        "places.yaml",
        "place",
        {"key": "vientiane", "names": {"en": "Vientiane"}, "kind": "city", "parent": "laos"},
        {"key": "laos", "names": {"en": "Laos"}, "kind": "country"},
    )
    assert load(SYSTEM, [path], "test").added == 2
    assert PLACE.model.objects.get(key="vientiane").path == "laos/vientiane/"


def test_nothing_is_loaded_when_one_document_in_the_middle_is_wrong(tmp_path):
    path = write(tmp_path, "p.yaml", "person", person(1), person(2, since="soon", colour="red"), person(3))
    lines = refused(path).splitlines()
    assert [line.split(": ")[0] for line in lines] == [
        f"{path}, document 2 (person-2), colour",
        f"{path}, document 2 (person-2), since",
    ]


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("bad.yaml", b"records: [person", "not a YAML text"),
        ("bad.yaml", b"\xff\xfe\x00binary", "not a YAML text"),
        ("bad.yaml", b"\x00\x01\x02", "not a YAML text"),
        ("bad.yaml", b"", "list “documents:”"),
        ("bad.yaml", b"- one\n- two\n", "list “documents:”"),
        ("bad.yaml", b"records: person\ndocuments: all of them\n", "list “documents:”"),
        ("bad.yaml", b"records: dragon\ndocuments: []\n", "no record type “dragon”"),
        ("bad.yaml", b"records: person\ndocuments:\n- Somebody\n", "document 1 (?): a document is a mapping"),
        ("bad.yaml", b"records: person\ndocuments:\n- names: {en: X}\n", "document 1 (?), key: a record needs a key"),
        ("bad.yaml", b"records: person\ndocuments:\n- {key: [a], names: {en: X}}\n", "one value"),
        ("bad.yaml", b"records: person\ndocuments:\n- {key: a, names: &n {en: *n}}\n", "YAML"),
        ("bad.yaml", b"records: person\ndocuments:\n- {key: a, names: {en: X}, steward: nobody}\n", "“nobody”"),
        ("bad.yaml", b"[" * 50_000, "not a YAML text"),
        (
            "bad.yaml",
            b"records: person\ndocuments:\n- {key: a, note: " + b"[" * 3000 + b"]" * 3000 + b"}\n",
            "bad.yaml",
        ),
        ("bad.xlsx", b"PK\x03\x04 no workbook", "is not a workbook"),
        ("bad.xlsx", b"", "is not a workbook"),
    ],
)
def test_a_file_that_is_no_document_says_so(tmp_path, name, content, words):
    path = tmp_path / name
    path.write_bytes(content)
    said = refused(path)
    assert words in said
    assert name in said


def test_missing_and_empty(tmp_path):
    assert "no such file" in refused(tmp_path / "missing.yaml")
    assert "holds no .yaml" in refused(tmp_path)
    (tmp_path / "folder.yaml").mkdir()
    assert "holds no .yaml" in refused(tmp_path / "folder.yaml")


@pytest.mark.parametrize("file", ["../secret.txt", "/etc/hostname", "missing.txt", ".", "press", "link.txt"])
def test_a_source_brings_only_files_beside_it(tmp_path, file):
    (tmp_path / "secret.txt").write_text("secret")
    folder = tmp_path / "demo"
    (folder / "press").mkdir(parents=True)
    (folder / "link.txt").symlink_to(tmp_path / "secret.txt")
    source = {"key": "s", "title": {"en": "S"}, "kind": "press", "file": file}
    assert f"there is no {file} beside it" in refused(write(folder, "s.yaml", "source", source))


def test_a_sources_text_is_read_from_its_file(tmp_path):
    (tmp_path / "press").mkdir()
    (tmp_path / "press" / "one.txt").write_bytes("Über 800\r\nworkers".encode())
    source = {"key": "s", "title": {"en": "S"}, "kind": "press", "file": "press/one.txt"}
    path = write(tmp_path, "s.yaml", "source", source)
    assert load(SYSTEM, [path], "test").added == 1
    assert by_name("source").model.objects.get().text == "Über 800\nworkers"
    (tmp_path / "press" / "one.txt").write_bytes(b"caf\xe9 \xff")
    with pytest.raises(LoadError, match=r"press/one\.txt is not a text"):
        load(SYSTEM, [path], "test")


def test_a_file_in_another_encoding_is_refused_by_its_name(tmp_path):
    path = tmp_path / "p.yaml"
    path.write_bytes("records: person\ndocuments: [{key: p, name: {zh: 昆明铁道职业技术学院}}]\n".encode("gb18030"))
    words = r"p\.yaml is not a YAML text: byte \d+, in line 2, .* gb18030: save it as UTF-8"
    with pytest.raises(LoadError, match=words):
        load(SYSTEM, [path], "test")
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(20))
    with pytest.raises(LoadError, match=r"p\.yaml is not a YAML text: .*PNG"):
        load(SYSTEM, [path], "test")


def test_only_staff_load(tmp_path):
    with pytest.raises(PermissionDenied, match="staff"):
        load(PUBLIC, [write(tmp_path, "p.yaml", "person", person(1))], "test")
    assert not Change.objects.exists()


def workbook(folder, name, **sheets):
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.active)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title.replace("__", "."))
        for row in rows:
            sheet.append(row)
    book.save(folder / name)
    return folder / name


def test_a_sheet_speaks_only_of_the_columns_it_has(tmp_path):
    keep_samples(0)
    before = by_name("unit").model.objects.get()
    path = workbook(tmp_path, "u.xlsx", units=[["key", "names.en", "since"], ["unit-0", "Renamed", 2020]])
    assert load(SYSTEM, [path], "test").changed == 1
    after = by_name("unit").model.objects.get()
    assert after.names == {**before.names, "en": "Renamed"}
    assert (after.since, after.until, after.partners.count()) == ("2020", before.until, 2)
    path = workbook(tmp_path, "u.xlsx", units=[["key", "names.zh-Hans", "until"], ["unit-0", None, None]])
    load(SYSTEM, [path], "test")
    emptied = by_name("unit").model.objects.get()
    assert (emptied.names, emptied.until) == ({"en": "Renamed"}, "")


def test_a_sheet_of_parts_alone_is_not_lost(tmp_path):
    keep_samples(0)
    rows = [["key", "organisation", "role"], ["unit-0", "organisation-0", "host"]]
    assert load(SYSTEM, [workbook(tmp_path, "u.xlsx", units__partners=rows)], "test").changed == 1
    unit = by_name("unit").model.objects.get()
    assert [partner.role for partner in unit.partners.all()] == ["host"]
    assert unit.states.count() == 2
    stray = [["key", "organisation", "role"], ["unit-9", "organisation-0", "host"]]
    with pytest.raises(LoadError, match=r"sheet units\.partners, row 2, kind"):
        load(SYSTEM, [workbook(tmp_path, "u.xlsx", units=[["key"]], units__partners=stray)], "test")


@pytest.mark.parametrize(
    ("sheets", "words"),
    [
        ({"dragons": [["key"]]}, "sheet “dragons”"),
        ({"people": [["key", "colour"], ["a", "red"]]}, "sheet people has a column “colour”; there are"),
        ({"people": [["names.en"], ["Nobody"]]}, "sheet people, row 2, key: a record needs a key"),
        (
            {"people": [["key", "names.en"], ["a", "A"], [], ["a", "B"]]},
            "row 4, column A: the key “a” stands in sheet people, row 2",
        ),
        ({"people": [["key", "names.English"], ["a", "A"]]}, "row 2, names: “English” is not a language tag"),
        ({"people": [["key", "names.en", "since"], ["a", "A", "soon"]]}, "row 2, since"),
        ({"indicators": [["key", "definition"], ["a", "{"]]}, "sheet indicators, row 2, column B: this is not JSON"),
    ],
)
def test_a_workbooks_faults_name_sheet_row_and_column(tmp_path, sheets, words):
    assert words in refused(workbook(tmp_path, "bad.xlsx", **sheets))


def test_dates_numbers_and_blanks_of_a_workbook(tmp_path):
    import datetime as dt

    rows = [["key", "names.en", "since", "until", "note.en"], ["a", 7, dt.date(2023, 8, 31), 2024.0, " "]]
    load(SYSTEM, [workbook(tmp_path, "p.xlsx", people=rows)], "test")
    kept = PERSON.model.objects.get()
    assert (kept.names, kept.since, kept.until) == ({"en": "7"}, "2023-08-31", "2024")


def test_a_workbook_of_ours_runs_nothing(tmp_path):
    from openpyxl import load_workbook

    data = {**person(1), "names": {"en": "=HYPERLINK(1)"}, "note": {"en": "+1", "vi": "@x"}}
    path = tmp_path / "p.xlsx"
    path.write_bytes(write_workbook({PERSON: [data]}))
    cells = {cell.value: cell.data_type for row in load_workbook(path)["people"].iter_rows() for cell in row}
    assert {cells["=HYPERLINK(1)"], cells["+1"], cells["@x"]} == {"s"}
