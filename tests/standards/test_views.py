import pytest

from portal.books import keep, keep_places

pytestmark = pytest.mark.django_db


def test_items_stand_under_their_version_in_the_order_of_their_numbers(client):
    keep_places()
    keep("organisation", "college", kind="school", names=[{"text": "Synthetic College", "language": "en"}])
    keep(
        "standard", "welding", title={"en": "Synthetic welding"}, kind="job",
        versions=[{"name": "1.0", "issued": "2020"}, {"name": "2.0", "issued": "2023"}],
        items=[
            {"version": "2.0", "number": "2.10", "text": "Tenth thing"},
            {"version": "2.0", "number": "2.9", "text": "Ninth thing"},
            {"version": "1.0", "number": "A", "text": "Old thing"},
        ],
        contributors=[{"organisation": "college"}],
    )  # fmt: skip
    keep("adoption", "south-adopts", standard="welding", country="south", instrument="Decree 7", since="2024")
    page = client.get("/standards/welding").content.decode()
    order = [page.index(words) for words in ("Version 1.0", "Old thing", "Version 2.0", "Ninth thing", "Tenth thing")]
    assert order == sorted(order)
    for words in ("Synthetic College", "Southland", "Decree 7"):
        assert words in page
    assert 'id="item-2.10"' in page
