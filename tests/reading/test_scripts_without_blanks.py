"""The press text in Thai, Lao, Khmer and Burmese, told of somebody else or another year, is unknown throughout."""

from pathlib import Path

import pytest

from guildbook.kit.actors import PUBLIC
from guildbook.reading.queries import check_text
from reading.labelled import labelled_texts

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo"), pytest.mark.xdist_group("other languages")]

HERE = Path(__file__).parent
GUANGXI = {"th": "กว่างซี", "lo": "ກວາງຊີ", "km": "ក្វាងស៊ី", "my": "ကွမ်ရှီး"}
OTHERS = {
    "th": ("เสฉวน", "เวียดนาม", "มหาวิทยาลัยกว่างซี", "แคว้นสมมุติ", "เมืองสมมุติ"),
    "lo": ("ເສສວນ", "ຫວຽດນາມ", "ມະຫາວິທະຍາໄລກວາງຊີ"),
    "km": ("ស៊ីឈួន", "វៀតណាម", "សាកលវិទ្យាល័យក្វាងស៊ី"),
    "my": ("စီချွမ်", "ဗီယက်နမ်", "ကွမ်ရှီးတက္ကသိုလ်"),
}


def known_texts(tag):
    """The texts of a language whose figures all agree with the book."""
    texts = list(labelled_texts(HERE / f"{tag}_texts.txt"))
    return [t.text for t in texts if len(t.figures) > 4 and all(f.verdict == "agrees" for f in t.figures)]


@pytest.mark.parametrize(("tag", "other"), [(tag, other) for tag, others in OTHERS.items() for other in others])
def test_of_somebody_else(tag, other):
    texts = [text.replace(GUANGXI[tag], other) for text in known_texts(tag) if GUANGXI[tag] in text[:400]]
    assert texts
    for text in texts:
        figures = check_text(PUBLIC, text).figures
        assert len(figures) > 4
        assert [f.data() for f in figures if f.answer.verdict != "unknown"] == []


@pytest.mark.parametrize(
    ("tag", "year"), [("th", ("2566", "2563")), ("lo", ("2023", "2019")), ("km", ("២០២៣", "២០១៩"))]
)
def test_of_another_year(tag, year):
    texts = [text.replace(*year) for text in known_texts(tag) if year[0] in text]
    assert texts
    for text in texts:
        figures = check_text(PUBLIC, text).figures
        assert [f.data() for f in figures if f.answer.verdict != "unknown"] == []
