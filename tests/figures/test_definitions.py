"""Definitions are checked when they are kept, and every fault is named."""

import pytest
from django.conf import settings

from guildbook.figures.definitions import THEMES, faults_of, read_definition, subject_kinds
from guildbook.imports.actions.loading import documents_in
from guildbook.kit.documents import DocumentError

from .conftest import keep


@pytest.mark.parametrize(
    ("definition", "fault"),
    [
        ({"counts": [{"records": "dragon"}]}, "there is no record type “dragon”"),
        ({"counts": [{"records": "unit", "where": {"colour": ["red"]}}]}, "unit has no facet “colour”"),
        ({"counts": [{"records": "unit", "not": {"colour": ["red"]}}]}, "unit has no facet “colour”"),
        ({"counts": [{"records": "unit", "value": "colour"}]}, "unit has no facet “colour”"),
        ({"counts": [{"records": "unit"}], "breakdowns": ["role"]}, "unit has no facet “role”"),
        ({"counts": [{"records": "unit"}], "subjects": {"place": "role"}}, "unit has no facet “role”"),
        ({"counts": [{"records": "unit"}], "subjects": {"dragon": "self"}}, "there is no record type “dragon”"),
        ({"counts": [{"records": "unit", "sum": "names"}]}, "“names” is not a number column of unit"),
        ({"counts": [{"records": "programme", "sum": "intakes.since"}]}, "“intakes.since” is not a number column"),
        ({"counts": [{"records": "programme", "sum": "dragons.size"}]}, "“dragons.size” is not a number column"),
        ({"counts": [{"records": "target", "sum": "value", "value": "plan"}]}, "a leg counts a value or sums"),
        ({"counts": [{"records": "unit"}, {"records": "unit", "value": "country"}]}, "all legs count records"),
        ({"counts": [{"records": "target"}, {"records": "target", "sum": "value"}]}, "all legs count records"),
    ],
)
def test_what_the_records_cannot_answer_is_a_fault(definition, fault):
    assert any(text.startswith(fault) for text in faults_of(read_definition(definition)))


@pytest.mark.django_db
@pytest.mark.parametrize(
    "definition",
    [
        {"counts": [{"records": "unit", "having": {}}]},
        {"counts": "all"},
        {"counts": [{"where": {}}]},
        {"count": []},
        {"counts": [{"records": "unit", "where": {"kind": "workshop"}}]},
    ],
)
def test_what_is_no_definition_is_refused_and_nothing_kept(definition):
    document = {"key": "wrong", "title": {"en": "Wrong"}, "text": {"en": "Wrong"}, "definition": definition}
    with pytest.raises(DocumentError, match="definition"):
        keep("indicator", document)


def test_sums_may_be_of_columns_and_of_parts():
    for name in ("value",):
        assert not faults_of(read_definition({"counts": [{"records": "target", "sum": name}]}))
    assert not faults_of(read_definition({"counts": [{"records": "programme", "sum": "intakes.seats"}]}))


def test_the_standard_indicators_have_no_fault_and_known_themes():
    path = settings.PACKAGE / "figures" / "indicators.yaml"
    for placed in documents_in([path]):
        definition = read_definition(placed.data["definition"])
        assert faults_of(definition) == [], placed.where
        assert placed.data["theme"] in THEMES, placed.where
        assert set(placed.data["title"]) >= {"en", "zh-Hans"}, placed.where


def test_a_leg_may_know_subjects_the_others_do_not():
    legs = [{"records": "unit"}, {"records": "unit", "subjects": {"organisation": "founder"}}]
    definition = read_definition({"counts": legs, "subjects": {"place": "place"}})
    assert subject_kinds(definition) == ("place", "organisation")
