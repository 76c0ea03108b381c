"""`guildbook align` on two files: JSON and table, every kind of bad input, and no book needed."""

import io
import json
import os
import subprocess
import sys

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

ENGLISH = [
    "Check the tyres",
    "Change the engine oil",
    "Charge the battery",
    "Explain the bill to the customer",
    "Clean up",
]
CHINESE = ["检查轮胎", "更换机油", "给电池充电", "向客户说明账单", "打扫卫生"]


@pytest.fixture
def written(tmp_path):
    def write(name, text, encoding="utf-8"):
        data = text if isinstance(text, bytes) else text.encode(encoding)
        (tmp_path / name).write_bytes(data)
        return str(tmp_path / name)

    return write


def run(*args):
    out = io.StringIO()
    call_command("align", *args, stdout=out)
    return out.getvalue()


def aligned(*args):
    return json.loads(run(*args, "--json"))


def places(data):
    return [(pair["a"], pair["b"]) for pair in data["pairs"]]


def test_pairs_as_json(written):
    data = aligned(written("a", "\n".join(ENGLISH)), written("b", "\n".join(CHINESE[1:])))
    assert set(data) == {"pairs", "a_only", "b_only"}
    assert places(data) == [(1, 0), (2, 1), (3, 2), (4, 3)]
    assert (data["a_only"], data["b_only"]) == ([0], [])
    assert all(set(pair) == {"a", "b", "score"} and 0 < pair["score"] <= 1 for pair in data["pairs"])


def test_empty_lines_count_but_are_no_items(written):
    one = "\ufeff\r\n" + "\r\n\r\n".join(ENGLISH) + "\r\n\r\n"
    two = "\n".join(["", " \u200b ", *CHINESE])
    data = aligned(written("a", one), written("b", two))
    assert places(data) == [(1, 2), (3, 3), (5, 4), (7, 5), (9, 6)]
    assert data["a_only"] == data["b_only"] == []


def test_numbers_stand_before_a_tab(written):
    one = "\n".join(f"2.{at}\t{text}" for at, text in enumerate(ENGLISH)) + "\n3\t\n"
    two = "\n".join(f"第{at}条\t{text}" for at, text in enumerate(CHINESE))
    data = aligned(written("a", one), written("b", two))
    assert places(data) == [(at, at) for at in range(5)]
    assert data["a_only"] == [5]
    table = run(written("a", one), written("b", two))
    assert "2.3       Explain the bill" in table
    assert "第3条" in table
    assert "3         (no text)" in table


def test_a_tab_within_a_text_is_a_blank(written):
    data = aligned(
        written("a", "\n".join(ENGLISH).replace("Check the", "Check\tthe")), written("b", "\n".join(CHINESE))
    )
    assert places(data) == [(at, at) for at in range(5)]


def test_further_partners_on_demand(written):
    one = written("a", "\n".join(ENGLISH))
    two = written("b", "\n".join([*CHINESE[:3], "给动力电池充满电", *CHINESE[3:]]))
    data = aligned(one, two, "--many")
    assert len(data["pairs"]) == 5
    assert {(2, 2), (2, 3)} <= {*places(data), *((pair["a"], pair["b"]) for pair in data["more"])}
    assert "1 further partners" in run(one, two, "--many")


def test_the_table_says_languages_and_order(written):
    table = run(written("a", "\n".join(ENGLISH)), written("b", "\n".join(CHINESE)))
    assert "(en, 5 items)" in table
    assert "(zh" in table
    assert "in the same order" in table
    assert "5 pairs" in table
    assert "0 only in A" in table


@pytest.mark.parametrize("encoding", ["gb18030", "big5", "utf-16", "utf-8-sig"])
def test_other_encodings(written, encoding):
    two = "\n".join(CHINESE).replace("检查轮胎", "輪胎檢查").replace("说明账单", "說明帳單").replace("电", "電")
    two = (
        two.replace("给", "給").replace("更换", "更換").replace("扫卫", "掃衛").replace("户", "戶").replace("机", "機")
    )
    found = aligned(written("a", "\n".join(ENGLISH)), written("b", two, encoding))
    assert places(found) == [(at, at) for at in range(5)]


def test_embeddings_are_kept_on_demand(written, tmp_path, monkeypatch):
    files = written("a", "\n".join(ENGLISH)), written("b", "\n".join(CHINESE))
    first = aligned(*files, "--cache", str(tmp_path / "vectors"))
    monkeypatch.setattr("guildbook.language.embedding.BundledEmbedder.embed", None)
    assert aligned(*files, "--cache", str(tmp_path / "vectors")) == first
    with pytest.raises(CommandError, match="cannot hold vectors"):
        aligned(*files, "--cache", files[0])


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "empty"),
        (b"\n \n\t\n", "empty"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01", "PNG picture"),
        (b"PK\x03\x04\x14\0\x06\0\x08\0" + bytes(range(256)), "zip"),
        (b"\xff\xfe\xfa" * 7 + b"\x00\x81\x00" * 50, "cannot be read"),
        (("x\n" * 50_001).encode(), "50,001 items; at most 50,000"),
    ],
    ids=["empty", "blank", "picture", "archive", "noise", "too many"],
)
def test_a_file_that_is_no_list(written, content, says):
    bad, good = written("bad", content), written("good", "\n".join(ENGLISH))
    for args in ((bad, good), (good, bad)):
        with pytest.raises(CommandError, match=says) as caught:
            run(*args)
        assert str(caught.value).startswith(f"{bad}: ")
        assert "\n" not in str(caught.value)


def test_a_file_that_is_not_there(written, tmp_path):
    good = written("good", "\n".join(ENGLISH))
    with pytest.raises(CommandError, match="nowhere: there is no such file"):
        run(good, str(tmp_path / "nowhere"))
    with pytest.raises(CommandError, match="cannot be read"):
        run(str(tmp_path), good)
    with pytest.raises(CommandError, match="only one"):
        run("-", "-")


def test_no_book_is_needed(written, tmp_path):
    """From any folder, with no database made, the first list through a pipe."""
    data = tmp_path / "fresh"
    done = subprocess.run(
        [sys.executable, "-m", "guildbook", "align", "-", written("b", "\n".join(CHINESE)), "--json"],
        input="\n".join(ENGLISH).encode(),
        capture_output=True,
        cwd=tmp_path,
        env={**os.environ, "GUILDBOOK_DATA": str(data)},
        check=False,
    )
    assert done.stderr == b""
    assert done.returncode == 0
    assert places(json.loads(done.stdout)) == [(at, at) for at in range(5)]
    assert not list(data.glob("*.sqlite3"))


def test_errors_are_one_line_and_no_traceback(written, tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "guildbook", "align", "nowhere", written("b", "text")],
        capture_output=True,
        cwd=tmp_path,
        env={**os.environ, "GUILDBOOK_DATA": str(tmp_path / "fresh")},
        check=False,
    )
    assert done.returncode == 1
    assert done.stdout == b""
    assert len(done.stderr.splitlines()) == 1
    assert b"there is no such file" in done.stderr


def test_long_work_is_told(written, capsys, monkeypatch):
    files = written("a", "\n".join(ENGLISH)), written("b", "\n".join(CHINESE))
    run(*files)
    assert capsys.readouterr().err == ""
    monkeypatch.setattr("guildbook.standards.management.commands.align._TOLD_FROM", 10)
    run(*files)
    assert "embedding 10 of 10 texts" in capsys.readouterr().err
