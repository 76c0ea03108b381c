import pytest

from guildbook.figures.models import Claim
from guildbook.portal.queries.sources import paragraphs_of
from portal.books import TEXT, keep, keep_book


def test_paragraphs_are_the_lines_with_words_and_know_where_they_begin():
    found = paragraphs_of(TEXT)
    assert [paragraph.number for paragraph in found] == [1, 2, 3]
    for paragraph in found:
        assert TEXT[paragraph.start :].startswith(paragraph.text)


def test_windows_line_ends_do_not_move_offsets():
    text = "One\r\n\r\nTwo 2\r\n"
    second = paragraphs_of(text)[1]
    assert (second.text, text[second.start :][:5]) == ("Two 2", "Two 2")


@pytest.fixture
def book(db):
    keep_book()


def source_page(client):
    return client.get("/sources/gazette").content.decode()


def test_a_published_number_is_marked_in_its_place_and_leads_to_its_figure(client, book):
    page = source_page(client)
    assert 'id="p2"' in page
    marked = page[page.index("The guild has") :]
    assert marked.startswith('The guild has <a href="/figures/members?subject=alliance:guild"')
    assert '<mark class="agrees">12</mark>' in marked


def test_a_number_that_contradicts_the_book_is_marked_as_differing(client, book):
    keep("source", "other", title={"en": "Another source"}, kind="press", language="en", text="It has 15 members.")
    keep(
        "claim", "fifteen", source="other", paragraph=1, start=7, end=9, value=15, counts="members",
        indicator="members", subject_type="alliance", subject_key="guild",
    )  # fmt: skip
    page = source_page(client) + client.get("/sources/other").content.decode()
    assert 'class="differs"' in page


def test_a_claim_without_indicator_is_marked_as_unknown_and_leads_to_its_own_page(client, book):
    start = TEXT.index("several workshops")
    keep(
        "claim",
        "some",
        source="gazette",
        paragraph=3,
        start=start,
        end=start + 7,
        basis="uncounted",
        counts="workshops",
    )
    assert '<a href="/claims/some" title="workshops"><mark class="unknown">several</mark></a>' in source_page(client)


@pytest.mark.parametrize(("start", "end"), [(0, 2), (10_000, 10_002), (30, 20)])
def test_offsets_outside_their_paragraph_mark_nothing_and_lose_no_words(client, book, start, end):
    Claim.objects.filter(key="twelve").update(start=start, end=end)
    page = source_page(client)
    assert "The guild has 12 members" in page


def test_records_that_cite_a_paragraph_stand_beside_it(client, book):
    cited = [{"source": "gazette", "paragraph": 3, "quote": "runs several workshops"}]
    keep("person", "master", names={"en": "Synthetic master"}, citations=cited)
    page = source_page(client)
    assert "Synthetic master" in page[page.index('id="p3"') :]


def test_a_draft_that_cites_a_source_is_not_told_to_the_public(client, book):
    cited = [{"source": "gazette", "paragraph": 3}]
    keep("person", "master", names={"en": "Synthetic master"}, citations=cited, status="draft")
    assert "Synthetic master" not in source_page(client)


def test_a_claim_stands_in_its_paragraph_with_the_figure_the_book_answers(client, book):
    page = client.get("/claims/twelve").content.decode()
    assert "The guild has <a" in page
    assert "/figures/members?subject=alliance:guild" in page
    assert "/sources/gazette#p2" in page
