import pytest

from guildbook.agreements.views import MOST_COMPARED, changed
from portal.books import keep, keep_book


def test_what_changed_between_versions_is_marked():
    runs = changed("the parties run one school together", "the parties run two schools together")
    assert runs == [
        ("kept", "the parties run"),
        ("removed", "one school"),
        ("added", "two schools"),
        ("kept", "together"),
    ]


@pytest.mark.parametrize(("before", "after"), [("same", "same"), ("x", "y" * MOST_COMPARED)])
def test_nothing_is_marked_where_nothing_changed_or_the_texts_are_too_long(before, after):
    assert changed(before, after) == []


@pytest.mark.django_db
def test_an_agreement_shows_who_signed_when_and_what_it_gave_rise_to(client):
    keep_book()
    page = client.get("/agreements/pact-1").content.decode()
    for words in ("Synthetic college 1", "signed", "2 Jan 2022", "Synthetic school 1", "Synthetic forum 1"):
        assert words in page


@pytest.mark.django_db
def test_a_later_version_is_compared_with_the_one_before_in_its_language(client):
    keep_book()
    versions = [
        {"number": 1, "language": "en", "text": "One school.", "signed": "2022"},
        {"number": 1, "language": "zh-Hans", "text": "一所学校。", "signed": "2022"},
        {"number": 2, "language": "en", "text": "Two schools."},
    ]
    keep("agreement", "draft-pact", title={"en": "Pact"}, kind="contract", state="draft", versions=versions)
    page = client.get("/agreements/draft-pact").content.decode()
    assert "<del>One school.</del>" in page
    assert "<ins>Two schools.</ins>" in page
    assert page.count("<details>") == 4
