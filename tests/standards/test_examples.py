"""The example standards: they load, say that they are examples, and align as their README says."""

from pathlib import Path

import pytest
from django.core.management import call_command

from guildbook.language.aligning import align
from guildbook.language.vectors import MemoryStore
from guildbook.standards.models import Standard

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"

pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("example standards")]


@pytest.fixture
def loaded():
    call_command("load", str(EXAMPLES), verbosity=0)
    return {standard.key: standard for standard in Standard.objects.all()}


def texts(standard, version):
    return {item.number: item.text for item in standard.items.all() if item.version == version}


def test_both_are_labelled_and_whole(loaded):
    assert set(loaded) == {"example-new-energy-vehicle-technician", "example-electric-vehicle-maintenance-course"}
    for standard in loaded.values():
        assert standard.nature == "example"
        assert set(standard.title) == {"en", "zh-Hans", "vi", "lo"}
        assert "(example)" in standard.title["en"]
        versions = list(standard.versions.all())
        assert {version.language for version in versions} == {"en", "zh-Hans", "vi", "lo"}
        assert [version.localises for version in versions] == ["", *[versions[0].name] * 3]
        for version in versions:
            items = [item for item in standard.items.all() if item.version == version.name]
            assert 38 <= len(items) <= 46
            assert {item.kind for item in items} == {"duty", "task", "competence", "knowledge"}
            assert all(item.parent == item.number.rpartition(".")[0] for item in items)


def test_a_localisation_is_aligned_with_its_original(loaded):
    standard = loaded["example-new-energy-vehicle-technician"]
    one, two = texts(standard, "1-zh"), texts(standard, "1-vi")
    found = align(list(one.values()), list(two.values()), store=MemoryStore())
    kept = {number for number in one if number in two}
    pairs = {(list(one)[pair.a], list(two)[pair.b]) for pair in found.pairs}
    assert found.ordered
    assert len(pairs & {(number, number) for number in kept}) >= 0.95 * len(kept)
    assert {list(two)[item] for item in found.b_only} >= {"4.2.5", "4.3", "4.3.1"}


def test_two_standards_that_overlap(loaded):
    one = texts(loaded["example-new-energy-vehicle-technician"], "1-en")
    two = texts(loaded["example-electric-vehicle-maintenance-course"], "1-en")
    found = align(list(one.values()), list(two.values()), store=MemoryStore())
    pairs = {(list(one)[pair.a], list(two)[pair.b]) for pair in found.pairs}
    assert pairs >= {("1.1.1", "1.1.1"), ("1.2.4", "1.2.4"), ("2.2.1", "3.2.1"), ("2.2.2", "3.2.2"), ("4.1.1", "5.1.1")}
    more = pairs | {(list(one)[pair.a], list(two)[pair.b]) for pair in found.more}
    assert {("1.1.3", "1.1.4"), ("1.1.3", "1.1.5")} <= more
    assert not {two for _, two in pairs} & {"2.1.2", "2.1.3", "5.2.2"}
