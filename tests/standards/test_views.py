import pytest

from portal.books import keep, keep_places

pytestmark = pytest.mark.django_db


def keep_welding(**more):
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
        **more,
    )  # fmt: skip


def test_items_stand_under_their_version_in_the_order_of_their_numbers(client):
    keep_welding()
    keep("adoption", "south-adopts", standard="welding", country="south", instrument="Decree 7", since="2024")
    page = client.get("/standards/welding").content.decode()
    order = [page.index(words) for words in (">1.0 <", ">2.0 <", "Ninth thing", "Tenth thing")]
    assert order == sorted(order)
    assert "Old thing" not in page
    for words in ("Synthetic College", "Southland", "Decree 7"):
        assert words in page
    assert "Old thing" in client.get("/standards/welding?version=1.0").content.decode()


def test_an_items_address_leads_to_its_place_and_outlives_it(client):
    keep_welding()
    item = next(row for row in client.get("/standards/welding.json").json()["items"] if row["number"] == "A")
    address = f"/standards/welding/items/{item['identifier']}"
    answer = client.get(address)
    assert answer["Location"] == f"/standards/welding?version=1.0&item={item['identifier']}#{item['identifier']}"
    assert f'id="{item["identifier"]}"' in client.get(answer["Location"]).content.decode()
    keep("standard", "welding", title={"en": "Synthetic welding"}, kind="job", versions=[{"name": "1.0"}])
    gone = client.get(address)
    assert gone.status_code == 410
    assert "Old thing" in gone.content.decode()
    assert client.get("/standards/welding/items/nothing").status_code == 404


def test_an_example_says_so_on_the_page_and_in_json(client):
    keep_welding(nature="example")
    assert "Nobody set it" in client.get("/standards/welding").content.decode()
    assert client.get("/standards/welding.json").json()["nature"] == "example"
    assert client.get("/api/standards?nature=example").json()["count"] == 1


def test_a_standard_without_versions_or_items_says_so(client):
    keep("standard", "bare", title={"en": "Bare"}, kind="job")
    assert "no version" in client.get("/standards/bare").content.decode()
    keep("standard", "bare", title={"en": "Bare"}, kind="job", versions=[{"name": "1"}])
    assert "no items" in client.get("/standards/bare").content.decode()


def test_a_long_standard_is_closed_by_duty_and_asks_no_more(client, django_assert_max_num_queries):
    rows = [
        {"version": "1", "number": f"{duty}" if not task else f"{duty}.{task}", "text": f"Thing {duty} {task}"}
        for duty in range(1, 41)
        for task in range(50)
    ]
    keep("standard", "long", title={"en": "Long"}, kind="job", versions=[{"name": "1"}], items=rows)
    with django_assert_max_num_queries(25):
        page = client.get("/standards/long").content.decode()
    assert page.count('<details class="duty">') == 40
    assert "Thing 40 49" in page


def test_of_a_very_long_standard_a_closed_duty_is_a_link(client, monkeypatch):
    monkeypatch.setattr("guildbook.standards.views.standards.MOST_SENT", 150)
    rows = [
        {"version": "1", "number": f"{duty}.{task}" if task else f"{duty}", "text": f"Thing {duty} {task}"}
        for duty in range(1, 5)
        for task in range(50)
    ]
    keep("standard", "long", title={"en": "Long"}, kind="job", versions=[{"name": "1"}], items=rows)
    page = client.get("/standards/long").content.decode()
    assert "Thing 4 49" not in page
    item = next(row for row in client.get("/standards/long.json").json()["items"] if row["number"] == "4.49")
    opened = client.get(f"/standards/long/items/{item['identifier']}", follow=True).content.decode()
    assert "Thing 4 49" in opened
    assert "Thing 3 49" not in opened


def test_a_flat_list_goes_on_from_page_to_page(client):
    rows = [{"version": "1", "number": str(n), "text": f"Thing {n}."} for n in range(1, 901)]
    keep("standard", "flat", title={"en": "Flat"}, kind="job", versions=[{"name": "1"}], items=rows)
    page = client.get("/standards/flat").content.decode()
    assert "Thing 400." in page
    assert "Thing 401." not in page
    assert "Thing 900." in client.get("/standards/flat?page=3").content.decode()
    item = client.get("/standards/flat.json").json()["items"][-1]
    assert "Thing 900." in client.get(f"/standards/flat/items/{item['identifier']}", follow=True).content.decode()
