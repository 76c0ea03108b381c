"""`guildbook names`: two files of names, no book; JSON as promised, and one plain line where a file is no list."""

import io
import json
import subprocess
import sys

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

QUERIES = "云南农业大学\n\nTrường Đại học Cần Thơ\n"
CANDIDATES = "Can Tho University\nYunnan University\nYunnan Agricultural University\nCan Tho University\n"


def run(*args):
    out = io.StringIO()
    call_command("names", *args, stdout=out)
    return out.getvalue()


@pytest.fixture
def files(tmp_path):
    queries, candidates = tmp_path / "queries.txt", tmp_path / "candidates.txt"
    queries.write_text(QUERIES, encoding="utf-8")
    candidates.write_text(CANDIDATES, encoding="utf-8")
    return str(queries), str(candidates)


def test_each_line_has_its_answer(files):
    answers = json.loads(run(*files, "--json", "--quick"))
    assert [(one["query"], one["line"]) for one in answers] == [
        ("云南农业大学", 0),
        ("", 1),
        ("Trường Đại học Cần Thơ", 2),
    ]
    assert answers[1]["candidates"] == []
    best = answers[0]["candidates"][0]
    assert (best["name"], best["line"]) == ("Yunnan Agricultural University", 2)
    assert set(best) == {"name", "line", "score", "reason", "sure"}
    assert 0.5 < best["score"] <= 1
    assert "words" in best["reason"]


def test_a_name_on_two_lines_is_one_candidate(files):
    found = json.loads(run(*files, "--json", "--quick"))[2]["candidates"]
    assert [one["name"] for one in found].count("Can Tho University") == 1
    assert (found[0]["line"], found[0]["lines"]) == (0, [0, 3])


def test_words_for_people(files):
    said = run(*files, "--quick")
    assert said.startswith("云南农业大学 (line 1)\n  ")
    assert "Can Tho University (words" in said


def test_limit(files):
    assert [len(one["candidates"]) for one in json.loads(run(*files, "--json", "--quick", "--limit", "1"))] == [1, 0, 1]
    with pytest.raises(CommandError, match="1 or more"):
        run(*files, "--limit", "0")


def test_meaning_comes_in_and_is_kept(files, tmp_path):
    cache = tmp_path / "vectors.sqlite3"
    first = json.loads(run(*files, "--json", "--cache", str(cache)))
    size = cache.stat().st_size
    assert first[0]["candidates"][0]["name"] == "Yunnan Agricultural University"
    assert json.loads(run(*files, "--json", "--cache", str(cache))) == first
    assert cache.stat().st_size == size > 10_000


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16", "utf-8-sig"])
def test_other_encodings(files, tmp_path, encoding):
    queries = tmp_path / "other.txt"
    queries.write_bytes("云南农业大学\r\n昆明冶金高等专科学校\r\n广西建设职业技术学院\r\n".encode(encoding))
    answers = json.loads(run(str(queries), files[1], "--json", "--quick"))
    assert [one["query"] for one in answers] == ["云南农业大学", "昆明冶金高等专科学校", "广西建设职业技术学院"]


def test_unseen_characters_are_left_out(files, tmp_path):
    queries = tmp_path / "unseen.txt"
    queries.write_text("\u200e云南\u200b农业大学\u3000\n", encoding="utf-8")
    assert json.loads(run(str(queries), files[1], "--json", "--quick"))[0]["query"] == "云南农业大学"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "nothing to read"),
        (b"\n \n", "nothing to read"),
        ("\u200b\n".encode(), "nothing to read|no name in it"),
        (b"%PDF-1.7\n", "PDF document"),
        (b"\x00\x01\x02\x03" * 9, "binary file"),
        (("Yunnan University\n" + "a" * 600).encode(), "line 2 has 600 characters.*one name a line"),
    ],
)
def test_what_is_no_list_of_names_is_refused(files, tmp_path, data, said):
    bad = tmp_path / "bad.txt"
    bad.write_bytes(data)
    for arguments in ([str(bad), files[1]], [files[0], str(bad)]):
        with pytest.raises(CommandError, match=said) as error:
            run(*arguments, "--quick")
        assert str(error.value).startswith(str(bad))
        assert "\n" not in str(error.value)


def test_files_that_are_not_there(files, tmp_path):
    with pytest.raises(CommandError, match="there is no such file"):
        run("nowhere.txt", files[1])
    with pytest.raises(CommandError, match="cannot be read"):
        run(str(tmp_path), files[1])
    with pytest.raises(CommandError, match="standard input"):
        run("-", "-")


def test_a_cache_that_is_none(files, tmp_path):
    damaged = tmp_path / "damaged"
    damaged.write_text("not a database, but long enough to be taken for one" * 20, encoding="utf-8")
    with pytest.raises(CommandError, match="cannot hold vectors"):
        run(*files, "--cache", str(damaged))


def test_no_database_is_needed(files, tmp_path):
    asked = [sys.executable, "-m", "guildbook", "names", "-", files[1], "--json", "--quick"]
    done = subprocess.run(
        asked, input=QUERIES.encode(), capture_output=True, check=True, env={"GUILDBOOK_DATA": str(tmp_path / "none")}
    )
    assert json.loads(done.stdout)[0]["candidates"][0]["name"] == "Yunnan Agricultural University"
    assert done.stderr == b""
