"""Keeping a record: all or nothing, history of every change, undo, and no change lost to a later one."""

import pytest

from conformance.samples import keep, keep_samples, sample
from guildbook.kit.actions import changes_of, rewrite, stored, undo
from guildbook.kit.actors import SYSTEM, Actor
from guildbook.kit.documents import DocumentError, document, read_document
from guildbook.kit.models import Change, Citation
from guildbook.kit.record_types import by_name

pytestmark = pytest.mark.django_db
UNIT, PLACE, ORGANISATION = by_name("unit"), by_name("place"), by_name("organisation")


@pytest.fixture(autouse=True)
def _book():
    keep_samples(0)


def held(kind, key):
    return document(kind, stored(kind, kind.model._default_manager.get(key=key)))


def test_a_change_is_entered_with_who_why_before_and_after():
    before = held(UNIT, "unit-0")
    rewrite(Actor("wei", is_staff=True), UNIT, {**before, "note": {"en": "Moved."}}, "a letter of 3 May")
    change = changes_of(UNIT, "unit-0").first()
    assert (change.who, change.why) == ("wei", "a letter of 3 May")
    assert change.before == before
    assert change.after == held(UNIT, "unit-0") == {**before, "note": {"en": "Moved."}}
    assert UNIT.model.objects.get(key="unit-0").version == 2


def test_the_first_entry_has_nothing_before_it():
    assert changes_of(UNIT, "unit-0").get().before is None


def test_an_unchanged_record_leaves_no_trace():
    rows = [row.pk for row in UNIT.model.objects.get().partners.all()]
    keep("unit")
    assert changes_of(UNIT, "unit-0").count() == 1
    assert UNIT.model.objects.get().version == 1
    assert [row.pk for row in UNIT.model.objects.get().partners.all()] == rows


def test_all_or_nothing(monkeypatch):
    before = held(UNIT, "unit-0")

    def broken(self):
        raise RuntimeError("the disk is full")

    monkeypatch.setattr(UNIT.model, "derive", broken)
    with pytest.raises(RuntimeError):
        keep("unit", note={"en": "Half."}, partners=[], citations=[])
    monkeypatch.undo()
    assert held(UNIT, "unit-0") == before
    assert changes_of(UNIT, "unit-0").count() == 1
    assert Citation.objects.filter(record_key="unit-0").count() == 2


def test_undo_sets_back_and_is_itself_a_change():
    before = held(UNIT, "unit-0")
    keep("unit", partners=[], citations=[], fields=[], names={"en": "Renamed"})
    undo(SYSTEM, changes_of(UNIT, "unit-0").first(), UNIT)
    assert held(UNIT, "unit-0") == before
    assert changes_of(UNIT, "unit-0").count() == 3
    with pytest.raises(DocumentError, match="withdraw"):
        undo(SYSTEM, changes_of(UNIT, "unit-0").last(), UNIT)


def test_a_change_made_meanwhile_is_not_overwritten():
    mine = UNIT.model.objects.get()
    keep("unit", note={"en": "Theirs."})
    with pytest.raises(DocumentError, match="meanwhile"):
        UNIT.save(SYSTEM, read_document(UNIT, {**sample("unit"), "note": {"en": "Mine."}}, mine), "late")
    assert UNIT.model.objects.get().note == {"en": "Theirs."}


def test_names_of_parts_reach_the_label_and_the_search():
    keep("organisation", names=[{"text": "Đào tạo nghề", "language": "vi"}])
    kept = ORGANISATION.model.objects.get(key="organisation-0")
    assert kept.labels == {"vi": "Đào tạo nghề"}
    assert "dao tao nghe" in kept.search_text


@pytest.mark.parametrize("name", ["place", "organisation", "field", "agreement", "event"])
def test_nothing_lies_within_itself(name):
    keep(name, 4, parent=f"{name}-0", **({"place": "place-0"} if name == "organisation" else {}), **_near(name))
    with pytest.raises(DocumentError, match="within itself"):
        keep(name, 0, parent=f"{name}-4")


def _near(name):
    """Columns of the fourth sample that refer to what is there."""
    alone = {"place": {"members": []}, "field": {"code": "0704"}, "organisation": {}}
    if name in alone:
        return alone[name] | ({} if name in ("place", "organisation") else {"steward": None, "citations": []})
    data = sample(name, 0)
    return {column: data[column] for column in data if column not in ("key", "parent")}


def test_a_place_that_moves_takes_what_lies_in_it_along():
    for n, parent in ((10, None), (11, None), (12, "place-10"), (13, "place-12")):
        keep("place", n, parent=parent, members=[], kind="country" if parent is None else "city")
    keep("place", 12, parent="place-11", members=[], kind="city")
    moved = PLACE.model.objects.get(key="place-13")
    assert moved.path == "place-11/place-12/place-13/"
    assert moved.country.key == "place-11"


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"since": "2023", "until": "2021"}, "before the beginning"),
        ({"key": "new"}, "address of the form"),
        ({"superseded_by": "nobody"}, "another record"),
        ({"key": "person-0", "superseded_by": "person-0"}, "another record"),
    ],
)
def test_what_no_record_may_say(changed, words):
    with pytest.raises(DocumentError, match=words):
        keep("person", 0, **changed)


def test_an_alliance_cannot_take_the_key_of_another_organisation():
    with pytest.raises(DocumentError, match="key"):
        rewrite(SYSTEM, by_name("alliance"), {**sample("alliance"), "key": "organisation-0"}, "a mistake")
    assert ORGANISATION.model.objects.get(key="organisation-0").kind == "school"


def test_a_citation_belongs_to_its_record_alone():
    keep("person", citations=[])
    assert not Citation.objects.filter(record_type="person", record_key="person-0").exists()
    assert Citation.objects.filter(record_type="unit", record_key="unit-0").count() == 2


def test_a_long_reason_is_cut_not_refused():
    rewrite(SYSTEM, UNIT, {**sample("unit"), "note": {"en": "x"}}, "why " * 200)
    assert len(Change.objects.first().why) == 300
