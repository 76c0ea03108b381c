"""What a file may be: told from its bytes, with a name that cannot lead anywhere."""

import io
import zipfile

import pytest

from guildbook.files.rules import MOST_BYTES, clean_name, kind_of, media_type, wrong_with

PNG = b"\x89PNG\r\n\x1a\n" + b"\x00" * 20
PDF = b"%PDF-1.7\n1 0 obj\n"


def package(*names):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        for name in names:
            made.writestr(name, "x")
    return out.getvalue()


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("scan.pdf", "scan.pdf"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\a\\签字页.pdf", "签字页.pdf"),
        ("ຂໍ້ຕົກລົງ.pdf", "ຂໍ້ຕົກລົງ.pdf"),
        ("a\x00b\r\nc.pdf", "abc.pdf"),
        ("fdp.\u202excod.exe", "fdp.xcod.exe"),
        ("  .htaccess", "htaccess"),
        ("...", "file"),
        ("", "file"),
        ('a"b<c>.txt', "a_b_c_.txt"),
        ("x" * 300 + ".pdf", "x" * 116 + ".pdf"),
        ("x" * 300, "x" * 120),
        ("e\u0301te.txt", "\u00e9te.txt"),
    ],
)
def test_names_hold_any_script_and_no_paths(sent, kept):
    assert clean_name(sent) == kept


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("a.pdf", PDF, "application/pdf"),
        ("a.png", PNG, "image/png"),
        ("a.jpeg", b"\xff\xd8\xff\xe0 and so on", "image/jpeg"),
        ("a.webp", b"RIFF\x00\x00\x00\x00WEBPVP8 ", "image/webp"),
        ("a.heic", b"\x00\x00\x00\x18ftypheic\x00\x00", "image/heic"),
        ("a.txt", "签字".encode("gb18030"), "text/plain"),
        ("a.csv", "a,b\n1,2\n".encode("utf-16"), "text/csv"),
        ("a.docx", package("[Content_Types].xml", "word/document.xml"), "wordprocessingml.document"),
        ("a.xlsx", package("[Content_Types].xml", "xl/workbook.xml"), "spreadsheetml.sheet"),
        ("a.zip", package("a.txt"), "application/zip"),
        # What could run is handed out as octets, whatever it is called.
        ("a.html", b"<script>alert(1)</script>", "application/octet-stream"),
        ("a.svg", b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", "application/octet-stream"),
        ("a.js", b"alert(1)", "application/octet-stream"),
        ("a.exe", b"MZ\x90\x00\x03\x00", "application/octet-stream"),
        ("a", PDF, "application/octet-stream"),
    ],
)
def test_a_file_is_handed_out_as_what_its_bytes_say(name, data, kind):
    assert wrong_with(name, data) == ""
    assert media_type(name, data).endswith(kind)


def test_an_open_document_is_told_by_its_first_entry():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        made.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        made.writestr("content.xml", "x")
    assert kind_of(out.getvalue()) == "application/vnd.oasis.opendocument.text"
    assert wrong_with("a.odt", out.getvalue()) == ""


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.pdf", b"", "empty"),
        ("a.pdf", b"<html>", "no PDF file"),
        ("a.PNG", PDF, "no PNG file"),
        ("a.docx", package("a.txt"), "no DOCX file"),
        ("a.txt", b"MZ\x90\x00\x03", "no TXT file"),
        ("a.bin", b"x" * (MOST_BYTES + 1), "larger than 25 MB"),
    ],
)
def test_what_is_wrong_with_a_file_is_said(name, data, words):
    assert words in wrong_with(name, data)


def test_the_largest_file_is_taken():
    assert wrong_with("a.bin", b"\x00" * MOST_BYTES) == ""
