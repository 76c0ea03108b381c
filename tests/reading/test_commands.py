"""`guildbook read` and `guildbook check`: their JSON, their words, and their answers to what is no text."""

import io
import json

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo"), pytest.mark.xdist_group("reading commands")]

KEYS = {"value", "qualifier", "counts", "subject", "date", "start", "end", "verdict", "figure", "book_value"}


def run(*args):
    out = io.StringIO()
    call_command(*args, stdout=out)
    return out.getvalue()


@pytest.fixture
def altered(tmp_path, press_text):
    file = tmp_path / "altered.txt"
    file.write_text(press_text("001_cf263a0961cc252e.txt").replace("five Panda", "six Panda"), encoding="utf-8")
    return file


def test_check_answers_each_figure_as_json(altered):
    figures = json.loads(run("check", str(altered), "--json"))["figures"]
    assert all(set(figure) >= KEYS for figure in figures)
    text = altered.read_text(encoding="utf-8")
    assert [text[figure["start"] : figure["end"]] for figure in figures] == ["164", "14", "six", "three", "240", "600"]
    assert [figure["verdict"] for figure in figures] == ["agrees", "agrees", "differs", "agrees", "agrees", "agrees"]
    assert (figures[2]["value"], figures[2]["book_value"], figures[2]["difference"]) == (6, 5, 1)
    assert figures[5]["qualifier"] == "over"


def test_read_gives_the_same_figures_without_verdicts(altered):
    read = json.loads(run("read", str(altered), "--json"))["figures"]
    checked = json.loads(run("check", str(altered), "--json"))["figures"]
    assert [figure["start"] for figure in read] == [figure["start"] for figure in checked]
    assert all(figure["verdict"] is None and figure["figure"] is None for figure in read)


def test_check_in_words_says_by_how_much(altered):
    said = run("check", str(altered))
    assert "differs    6 Panda Workshops" in said
    assert "by 1 · the book has 5" in said
    assert said.endswith("6 figures: 5 agree, 1 differ, 0 unknown\n")


def test_without_a_file_check_is_the_system_check():
    assert "no issues" in run("check")


def test_deploy_stays_django_s_own():
    said = io.StringIO()
    call_command("check", "--deploy", "--fail-level", "CRITICAL", stdout=said, stderr=said)
    assert "System check identified" in said.getvalue()


@pytest.mark.parametrize("command", ["read", "check"])
@pytest.mark.parametrize(
    ("data", "words"),
    [
        (None, "no such file"),
        (b"", "is empty"),
        (b" \n\xc2\xa0\n", "is empty"),
        (b"%PDF-1.7 12 schools", "binary"),
        (b"12 schools\x00\x01", "binary"),
        ("广西有12所".encode() * 20 + b"\xe5\xb9", "damaged"),
        (b"12 schools " * 500_000, "5 MB"),
    ],
    ids=["missing", "empty", "blank", "pdf", "zero bytes", "cut off", "too long"],
)
def test_what_is_no_text_is_refused_in_one_line_that_names_it(command, data, words, tmp_path):
    file = tmp_path / "given.txt"
    if data is not None:
        file.write_bytes(data)
    with pytest.raises(CommandError) as error:
        run(command, str(file))
    assert words in str(error.value)
    assert str(file) in str(error.value)
    assert "\n" not in str(error.value)


def test_a_folder_is_refused(tmp_path):
    with pytest.raises(CommandError, match="folder"):
        run("check", str(tmp_path))


def test_standard_input_is_read(monkeypatch):
    data = b"Guangxi had 11 schools in foreign countries on 31 August 2023."
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data)))
    (figure,) = json.loads(run("check", "-", "--json"))["figures"]
    assert figure["verdict"] == "agrees"


def test_a_text_of_many_figures_is_checked_whole(tmp_path, press_text):
    text = press_text("003_b11654006648ba52.txt") + "\n\n"
    file = tmp_path / "long.txt"
    file.write_text(text * 40, encoding="utf-8")
    figures = json.loads(run("check", str(file), "--json"))["figures"]
    assert len(figures) == 40 * 9
    assert {figure["verdict"] for figure in figures[:9]} == {"agrees"}


CHINESE = "截至2023年8月31日，广西高职院校在境外设立11所学校，开设38个专业。"
THAI = "ณ วันที่ 31 สิงหาคม 2566 กว่างซีมีนักศึกษาต่างชาติมากกว่า 800 คน"


@pytest.mark.parametrize(
    ("text", "encoding", "numbers"),
    [
        (CHINESE, "gb18030", ["11", "38"]),
        ("截至2023年8月31日，廣西高職院校在境外設立11所學校，開設38個專業。", "big5", ["11", "38"]),
        (CHINESE, "utf-16", ["11", "38"]),
        (THAI, "tis-620", ["800"]),
    ],
)
def test_other_encodings_are_read_and_offsets_are_of_the_text(text, encoding, numbers, tmp_path):
    file = tmp_path / "given.txt"
    file.write_bytes(text.encode(encoding))
    figures = json.loads(run("check", str(file), "--json"))["figures"]
    assert [text[figure["start"] : figure["end"]] for figure in figures] == numbers


def test_a_mixed_text_is_read_language_by_language(tmp_path):
    text = f"Guangxi had 11 schools in foreign countries on 31 August 2023.\n\n{CHINESE}\n\nAnd 12 more."
    file = tmp_path / "given.txt"
    file.write_text(text, encoding="utf-8")
    answer = json.loads(run("check", str(file), "--json"))
    figures = answer["figures"][:3]
    assert [text[figure["start"] : figure["end"]] for figure in figures] == ["11", "11", "38"]
    assert [figure["language"] for figure in figures] == ["en", "zh", "zh"]
    assert [figure["verdict"] for figure in figures] == ["agrees", "agrees", "differs"]
    assert [figure["paragraph"] for figure in figures] == [1, 2, 2]
    assert all(0.7 <= figure["score"] <= 1 for figure in figures)


def test_signs_without_width_and_letters_in_parts_move_no_offset(tmp_path):
    text = "\ufeff截至2023年8月31日，广\u200b西高职院校在境外设立１１所学\u200b校。Cafe\u0301."
    file = tmp_path / "given.txt"
    file.write_text(text, encoding="utf-8")
    (figure,) = json.loads(run("check", str(file), "--json"))["figures"]
    given = text.removeprefix("\ufeff")
    assert (given[figure["start"] : figure["end"]], figure["verdict"]) == ("１１", "agrees")
    assert figure["counts"] == "学\u200b校"
