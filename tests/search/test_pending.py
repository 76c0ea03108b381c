"""Records kept by the thousand: found once search has caught up, and never found by what is no longer true."""

import pytest

from guildbook.kit.actions import keep_many
from guildbook.kit.actors import PUBLIC, SYSTEM
from guildbook.kit.documents import read_document
from guildbook.kit.record_types import by_name
from guildbook.search.actions import catch_up, keeping, pending, reindex, reindex_if_outdated
from guildbook.search.models import Pending, SearchDocument
from guildbook.search.queries import Question, find

pytestmark = pytest.mark.django_db
PERSON, PLACE = by_name("person"), by_name("place")
COUNT = keeping.MANY + 30
FIELDS = [field.name for field in SearchDocument._meta.fields if field.name != "id"]


def keep_named(record_type, name, count=COUNT, **more):
    """So many records of a kind, new or as they are, named Name 0, Name 1 …"""
    drafts = []
    for n in range(count):
        data = {"key": f"{record_type.name}-{n}", "names": {"en": f"{name} {n}"}, **more}
        drafts.append(read_document(record_type, data, record_type.model.objects.filter(key=data["key"]).first()))
    keep_many(SYSTEM, record_type, drafts, "test")


def found(words):
    return len(find(PUBLIC, Question(words)).matches)


def documents():
    return sorted(map(str, SearchDocument.objects.values_list(*FIELDS)))


def test_many_are_found_once_search_has_caught_up():
    keep_named(PERSON, "Quetzal")
    assert (found("quetzal"), Pending.objects.count()) == (0, COUNT)
    assert not reindex_if_outdated(), "what waits is no reason to make everything anew"
    assert catch_up() == COUNT
    assert (found("quetzal"), Pending.objects.count(), catch_up()) == (COUNT, 0, 0)
    made = documents()
    reindex()
    assert documents() == made


def test_what_is_no_longer_true_is_found_no_more_at_once():
    keep_named(PERSON, "Quetzal")
    catch_up()
    keep_named(PERSON, "Hoatzin")
    assert found("quetzal") == 0
    catch_up()
    assert (found("quetzal"), found("hoatzin")) == (0, COUNT)
    keep_named(PERSON, "Hoatzin", status="withdrawn")
    assert found("hoatzin") == 0
    assert catch_up() == COUNT
    assert found("hoatzin") == 0


def test_a_few_are_found_at_once():
    keep_named(PERSON, "Quetzal", keeping.MANY)
    assert found("quetzal") == keeping.MANY


def test_what_was_broken_off_is_done_next_time(monkeypatch):
    keep_named(PERSON, "Quetzal")
    monkeypatch.setattr(pending, "BATCH", 20)
    monkeypatch.setattr(pending, "make_anew", broken_at(2))
    with pytest.raises(InterruptedError):
        catch_up()
    assert found("quetzal") == 20
    monkeypatch.undo()
    assert catch_up() == COUNT - 20
    assert found("quetzal") == COUNT


def broken_at(turn):
    turns = []

    def make(*given):
        turns.append(1)
        if len(turns) == turn:
            raise InterruptedError
        keeping.make_anew(*given)

    return make


def test_what_shows_a_changed_name_is_done_anew_however_often_it_changed():
    keep_named(PLACE, "Quetzal", kind="city")
    catch_up()
    link = by_name("city-link")
    keep_many(SYSTEM, link, [read_document(link, {"key": "link", "place": "place-0", "partner": "place-1"})], "test")
    assert found("Quetzal 1 Quetzal 0") == 1
    keep_named(PLACE, "Hoatzin", kind="city")
    keep_named(PLACE, "Kakapo", kind="city")
    catch_up()
    assert found("Kakapo 1 Kakapo 0") == 1
    made = documents()
    reindex()
    assert documents() == made
