"""The page /check: marked text, verdicts, and a figure recorded as a claim by staff only."""

import io
import re

import pytest
from django.contrib.auth import get_user_model

from guildbook.directory.models import Source
from guildbook.figures.models import Claim
from guildbook.kit.models import Change

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo"), pytest.mark.xdist_group("reading page")]

NEWS = (
    "Title of an invented text\n\n"
    "Aug. 31, 2023. Guangxi has 11 schools in foreign countries and runs 3 joint laboratories."
)


@pytest.fixture
def editor(client):
    client.force_login(get_user_model().objects.create_user("editor", is_staff=True))
    return client


def words(answer):
    return re.sub(r"<[^>]+>", "", answer.content.decode())


def heading(answer):
    return re.search(r"<h1>(.*?)</h1>", answer.content.decode(), re.DOTALL).group(1)


def test_the_form_asks_for_a_text_or_a_file(client):
    page = client.get("/check").content.decode()
    assert 'name="text"' in page
    assert 'name="file"' in page
    assert "5 MB" in page


def test_every_figure_is_marked_and_linked_to_its_lineage(client, press_text):
    text = press_text("000_b62465b07e22af1c.txt").replace("28 majors", "35 majors")
    page = client.post("/check", {"text": text})
    assert heading(page) == "17 figures: 16 agree, one differs"
    marks = re.findall(r'<a href="([^"]*)"><mark class="(\w+)"[^>]*>([^<]*)</mark>', page.content.decode())
    assert len(marks) == 17
    assert ("/figures/overseas-majors?subject=place:guangxi", "differs", "35") in marks
    assert "differs by 7" in words(page)
    assert "the book has 28" in words(page)
    assert "Nothing of the text was stored." in words(page)


def test_the_same_text_as_an_upload_gives_the_same_answer(client, press_text):
    text = press_text("001_cf263a0961cc252e.txt")
    upload = io.BytesIO(text.encode())
    upload.name = "press.txt"
    assert heading(client.post("/check", {"file": upload})) == "Six figures: six agree"


def test_the_page_speaks_chinese_with_digits(client, press_text):
    page = client.post("/check?lang=zh-hans", {"text": press_text("001_cf263a0961cc252e.txt")})
    assert re.search(r"\b6\b", heading(page))
    assert 'lang="zh-hans"' in page.content.decode()


CHINESE = "截至2023年8月31日，广西高职院校在境外设立11所学校，开设38个专业。"


def test_another_language_of_the_page_keeps_the_text(client):
    page = client.post("/check", {"text": NEWS}).content.decode()
    assert f'<input type="hidden" name="text" value="{NEWS}">' in page
    assert '<button form="again" formaction="/check?lang=vi" lang="vi">' in page
    switched = client.post("/check?lang=zh-hans", {"text": NEWS})
    assert re.search(r"\b2\b", heading(switched))


def test_a_text_in_chinese_is_marked_as_such_and_shows_its_scores(client):
    page = client.post("/check", {"text": CHINESE})
    assert heading(page) == "Two figures: one agrees, one differs"
    assert '<div class="card press" lang="zh-Hans">' in page.content.decode()
    assert len(re.findall(r"likeness 0\.\d+|likeness 1", words(page))) == 2


def test_each_stretch_of_a_mixed_text_says_its_language(client):
    english = (
        "Guangxi had 11 schools in foreign countries on 31 August 2023, and this text goes on in English for long."
    )
    page = client.post("/check", {"text": f"{english}\n\n{CHINESE}"}).content.decode()
    assert '<div class="card press" lang="en">' in page
    marked = re.findall(r'lang="zh-Hans"><mark class="(\w+)"[^>]*>([^<]*)</mark>', page)
    assert marked == [("agrees", "11"), ("differs", "38")]
    assert '<span lang="zh-Hans">截至2023年8月31日' in page


def test_a_file_in_another_encoding_is_read(client):
    upload = io.BytesIO(CHINESE.encode("gb18030"))
    upload.name = "press.txt"
    assert heading(client.post("/check", {"file": upload})) == "Two figures: one agrees, one differs"


def test_what_was_pasted_is_escaped(client):
    page = client.post(
        "/check", {"text": NEWS + " <script>alert(1)</script> It has 12 <b>schools</b>."}
    ).content.decode()
    assert "<script>alert" not in page
    assert "&lt;b&gt;schools&lt;/b&gt;" in page


@pytest.mark.parametrize(
    ("sent", "error"),
    [({"text": "  "}, "empty"), ({"text": "12 schools " * 500_000}, "5 MB"), ({"text": "a\x00b 12 schools"}, "binary")],
    ids=["blank", "too long", "zero bytes"],
)
def test_what_is_no_text_is_answered_beside_the_field(client, sent, error):
    page = client.post("/check", sent)
    assert page.status_code == 422
    assert error in words(page)


def test_an_upload_that_is_no_text_names_the_file(client):
    upload = io.BytesIO(b"%PDF-1.7")
    upload.name = "report.pdf"
    page = client.post("/check", {"file": upload})
    assert page.status_code == 422
    assert "report.pdf" in words(page)


def test_checking_stores_nothing(client, press_text):
    before = (Change.objects.count(), Source.objects.count(), Claim.objects.count())
    client.post("/check", {"text": press_text("001_cf263a0961cc252e.txt")})
    assert (Change.objects.count(), Source.objects.count(), Claim.objects.count()) == before


def test_a_long_text_shows_the_paragraphs_with_figures(client, press_text):
    text = ("No number stands here.\n\n" * 3000) + press_text("001_cf263a0961cc252e.txt")
    page = client.post("/check", {"text": text})
    assert heading(page) == "Six figures: six agree"
    assert "five</mark> " in page.content.decode().replace("</a>", "")
    assert "No number stands here." not in words(page)


def test_the_public_is_not_offered_to_record_and_may_not(client):
    assert "record as a claim" not in words(client.post("/check", {"text": NEWS}))
    refused = client.post("/check/record", {"text": NEWS, "start": str(NEWS.index("3 joint"))})
    assert refused.status_code == 302
    assert "/sign-in" in refused["Location"]


def sent(**changes):
    base = {
        "text": NEWS,
        "start": str(NEWS.index("3 joint")),
        "save": "1",
        "value": "3",
        "qualifier": "exactly",
        "counts": "joint laboratories",
        "subject": "place:guangxi",
        "as_of": "2023-08-31",
        "indicator": "",
        "source": "new",
        "source_title": "An invented text",
        "source_published": "2023-08-31",
    }
    return {**base, **changes}


def test_the_form_comes_filled_with_what_was_read(editor):
    page = editor.post("/check/record", {"text": NEWS, "start": str(NEWS.index("11 schools"))}).content.decode()
    assert 'name="value" value="11"' in page
    assert '<option value="place:guangxi" selected>' in page
    assert '<option value="overseas-schools" selected>' in page
    assert 'name="as_of" value="2023-08-31"' in page


def test_a_recorded_figure_agrees_from_then_on(editor):
    start = NEWS.index("3 joint")
    before = editor.post("/check", {"text": NEWS})
    assert heading(before) == "Two figures: one agrees, one is new"
    after = editor.post("/check/record", sent())
    assert heading(after) == "Two figures: two agree"
    claim = Claim.objects.get(counts="joint laboratories")
    assert (claim.source.text, claim.start, claim.end, claim.paragraph) == (NEWS, start, start + 1, 2)
    assert Change.objects.filter(record_type="claim", record_key=claim.key).get().who == "editor"
    assert (
        heading(editor.post("/check", {"text": NEWS.replace("3 joint", "4 joint")}))
        == "Two figures: one agrees, one differs"
    )


def test_a_source_that_holds_the_text_is_used_again(editor, press_text):
    text = press_text("001_cf263a0961cc252e.txt")
    page = editor.post("/check/record", {"text": text, "start": str(text.index("164"))}).content.decode()
    assert '<option value="press-1" selected>' in page


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({"value": "three"}, "write a number"),
        ({"source_title": " "}, "needs a title"),
        ({"as_of": "last week"}, "is not a date"),
        ({"subject": "place:atlantis"}, "atlantis"),
        ({"indicator": "no-such"}, "no-such"),
        ({"source": "press-1"}, "does not hold the sentence"),
        ({"counts": ""}, "blank"),
    ],
    ids=lambda value: str(value)[:20],
)
def test_what_is_wrong_is_said_and_nothing_is_kept(editor, changes, error):
    sources = Source.objects.count()
    page = editor.post("/check/record", sent(**changes))
    assert page.status_code == 422
    assert error in words(page)
    assert not Claim.objects.filter(counts="joint laboratories").exists()
    assert Source.objects.count() == sources
