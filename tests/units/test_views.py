import pytest

from portal.books import keep, keep_book

pytestmark = pytest.mark.django_db


def test_a_unit_shows_partners_states_programmes_agreement_and_map(client):
    keep_book()
    keep(
        "unit", "workshop", names={"en": "Synthetic workshop"}, kind="workshop", state="open", place="south",
        agreement="pact-1", since="2021",
        partners=[{"organisation": "college-1", "role": "founder", "since": "2021"}],
        states=[{"state": "planned", "since": "2021"}, {"state": "open", "since": "2023-05"}],
    )  # fmt: skip
    keep("programme", "welding", title={"en": "Synthetic welding"}, kind="training", unit="workshop")
    page = client.get("/units/workshop").content.decode()
    for words in (
        "Synthetic college 1",
        "North Town",
        "May 2023",
        "Synthetic welding",
        "Synthetic pact 1",
        'class="map"',
    ):
        assert words in page


def test_a_single_state_as_old_as_the_unit_is_not_said_twice(client):
    keep_book()
    keep(
        "unit", "base", names={"en": "Synthetic base"}, kind="training-base", state="planned", since="2024",
        states=[{"state": "planned", "since": "2024"}],
    )  # fmt: skip
    assert "States</h2>" not in client.get("/units/base").content.decode()
