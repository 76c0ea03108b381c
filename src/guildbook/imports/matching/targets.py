"""What a column of a list can be for a kind of record, and guesses from headings in all the interface's languages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.conf import settings
from django.db.models import Field, ManyToManyField
from django.utils.translation import gettext as _
from django.utils.translation import override
from rapidfuzz import fuzz

from guildbook.kit.documents import all_columns
from guildbook.kit.fields import LanguageMapField
from guildbook.kit.record_types import RecordType, model_field
from guildbook.language.detection import UNDETERMINED, detect_language
from guildbook.language.folding import fold
from guildbook.sheets.shapes import Cell

NAMES = "names"
_LIKE = 88
_HEADING_ROWS = 15
# How lists head what they call names, kinds and places, beside what our screens call them.
_SYNONYMS: Mapping[str, str] = {
    "key": "key|code|id|编号|代码|mã|mã số|รหัส|ລະຫັດ|លេខកូដ|kod|kode",
    "names": "name|names|name of school|name of institution|institution|school|school name|college|organisation name"
    "|organization|名称|学校|学校名称|院校|院校名称|机构|机构名称|单位|单位名称|tên|tên trường|tên đơn vị|trường"
    "|ชื่อ|ชื่อสถาบัน|สถาบัน|ຊື່|ຊື່ສະຖາບັນ|ឈ្មោះ|គ្រឹះស្ថាន|အမည်|ကျောင်း"
    "|nama|nama sekolah|nama institusi|lembaga|pangalan|paaralan",
    "title": "title|name|名称|标题|专业|专业名称|tên|tên ngành|ชื่อ|ຊື່|ឈ្មោះ|အမည်|judul|nama|tajuk|pamagat",
    "place": "country|city|place|location|国家|城市|地区|所在地|nước|quốc gia|địa điểm|thành phố"
    "|ประเทศ|เมือง|ປະເທດ|ប្រទេស|နိုင်ငံ|negara|kota|bansa",
    "kind": "type|kind|category|类型|类别|性质|loại|loại hình|ประเภท|ປະເພດ|ប្រភេទ|အမျိုးအစား|jenis|uri",
    "note": "note|notes|remark|remarks|comment|备注|说明|ghi chú|หมายเหตุ|ໝາຍເຫດ|កំណត់ចំណាំ|မှတ်ချက်|catatan|keterangan|tala",
    "since": "since|from|start|start date|established|joined|date|开始|成立时间|加入时间|日期|từ|ngày|ngày thành lập"
    "|ตั้งแต่|วันที่|ວັນທີ|mulai|tanggal|petsa",
    "until": "until|to|end|end date|截止|结束|đến|đến ngày|ถึง|sampai|hanggang",
}
_LANGUAGES = {
    "en": "english|英文|英语|tiếng anh|อังกฤษ|inggris|inggeris|ingles",
    "zh-Hans": "chinese|中文|汉语|tiếng trung|จีน|mandarin|tionghoa|cina",
    "vi": "vietnamese|越南|越文|tiếng việt|เวียดนาม|vietnam",
    "th": "thai|泰语|泰文|tiếng thái|ไทย",
    "lo": "lao|老挝|老文|tiếng lào|ลาว|ລາວ",
    "km": "khmer|cambodian|柬|高棉|tiếng khmer|เขมร|ខ្មែរ",
    "my": "burmese|myanmar|缅|tiếng miến|พม่า|မြန်မာ",
    "id": "indonesian|印尼|bahasa indonesia",
    "ms": "malay|马来|bahasa melayu",
    "fil": "filipino|tagalog|菲律宾",
}


@dataclass(frozen=True)
class Target:
    """Something a column can be: its name in readings, what the screen calls it, and whether it needs a language."""

    name: str
    label: str
    texts: bool = False
    many: bool = False


@dataclass(frozen=True)
class Heading:
    """A column of a list: its letter, its heading (told apart where it stands twice), and what it holds first."""

    letter: str
    text: str
    sample: tuple[str, ...]


def targets(record_type: RecordType) -> list[Target]:
    """Everything a column of a list can be for this kind of record, in the interface's language."""
    found = [Target("key", str(model_field(record_type.model, "key").verbose_name))]
    for column in all_columns(record_type):
        field = model_field(record_type.model, column.field)
        texts, many = isinstance(field, LanguageMapField), isinstance(field, ManyToManyField)
        found.append(Target(column.field, str(field.verbose_name), texts=texts, many=many))
    for rows in record_type.rows:
        if rows.name == NAMES:
            found.insert(1, Target(NAMES, _("name"), texts=True, many=True))
            continue
        for column in rows.columns:
            field = model_field(record_type.part_model(rows), column.field)
            label = f"{rows.label}: {field.verbose_name}"
            found.append(Target(f"{rows.name}.{column.field}", label, texts=isinstance(field, LanguageMapField)))
    return found


def field_of(record_type: RecordType, name: str) -> Field[Any, Any] | None:
    """The model field behind a target; None for names, and for what is no target."""
    part, __, column = name.partition(".")
    rows = next((rows for rows in record_type.rows if rows.name == part), None)
    if rows is not None:
        known = {one.field for one in rows.columns}
        return model_field(record_type.part_model(rows), column) if column in known else None
    own = {"key", *(one.field for one in all_columns(record_type))}
    return model_field(record_type.model, name) if name in own else None


@cache
def _index(record_type: RecordType) -> dict[str, str]:
    """Folded headings of every language of the interface, with the target each means."""
    known: dict[str, str] = {}
    for code, __ in settings.LANGUAGES:
        with override(code):
            for target in targets(record_type):
                known.setdefault(fold(target.label), target.name)
    names = {target.name for target in targets(record_type)}
    for name, words in _SYNONYMS.items():
        if name in names:
            known |= {
                fold(word): name for word in words.split("|") if fold(word) not in known or name in (NAMES, "title")
            }
    return known


def guess(record_type: RecordType, heading: Heading) -> dict[str, str]:
    """What a column probably is: {"to": target, "language": tag}; empty where nothing comes near."""
    text = _bare(heading.text)
    own, __, tag = heading.text.partition(".")
    if field_of(record_type, own) is not None:
        return {"to": own, **({"language": tag} if tag else {})}
    known = _index(record_type)
    name = known.get(text, "")
    if not name and text:
        best = max(known, key=lambda one: fuzz.ratio(one, text), default="")
        name = known[best] if best and fuzz.ratio(best, text) >= _LIKE else ""
    if not name:
        return {}
    texts = next((target.texts for target in targets(record_type) if target.name == name), False)
    return {"to": name, **({"language": _language(heading)} if texts else {})}


def _bare(heading: str) -> str:
    """A heading without what tells languages and repetitions: “学校名称（英文）” is 学校名称."""
    text = fold(re.sub(r"[(（\[【].*?[)）\]】]", "", heading))
    for pattern in _tongues().values():
        text = pattern.sub("", text)
    return " ".join(re.sub(r"[:：*_/\-]", " ", text).split()) or fold(heading).strip()


@cache
def _tongues() -> dict[str, re.Pattern[str]]:
    """What finds each language named in a folded heading; Latin words whole, others anywhere."""
    found = {}
    for tag, words in _LANGUAGES.items():
        each = [fold(word) for word in words.split("|")]
        found[tag] = re.compile(
            "|".join(rf"\b(?:in )?{re.escape(one)}\b" if one.isascii() else re.escape(one) for one in each)
        )
    return found


def _language(heading: Heading) -> str:
    folded = fold(heading.text)
    for tag, pattern in _tongues().items():
        if pattern.search(folded):
            return tag
    found = detect_language(" \n".join(heading.sample)).language
    return found if found != UNDETERMINED else "en"


def heading_row(rows: Sequence[Sequence[Cell]], record_type: RecordType) -> int:
    """The row of headings, from 0: of the first rows the one with most headings we know, else most texts."""
    best, chosen = (-1, -1), 0
    for place, row in enumerate(rows[:_HEADING_ROWS]):
        texts = [str(cell) for cell in row if isinstance(cell, str) and cell.strip()]
        known = sum(_bare(text) in _index(record_type) for text in texts)
        if (known, min(len(set(texts)), 3)) > best:
            best, chosen = (known, min(len(set(texts)), 3)), place
    return chosen


def headings_of(rows: Sequence[Sequence[Cell]], at: int, letters: Iterable[str]) -> list[Heading]:
    """The columns of a list by the row of headings; columns with neither heading nor value are left out."""
    found: list[Heading] = []
    seen: dict[str, int] = {}
    below = rows[at + 1 : at + 200]
    for place, letter in enumerate(letters):
        said = rows[at][place] if at < len(rows) and place < len(rows[at]) else None
        sample = [str(row[place]) for row in below if place < len(row) and row[place] is not None]
        text = " ".join(str(said if said is not None else "").split())[:200]
        if not text and not sample:
            continue
        text = text or letter
        seen[text] = seen.get(text, 0) + 1
        told = f"{text} ({seen[text]})" if seen[text] > 1 else text
        found.append(Heading(letter, told, tuple(dict.fromkeys(sample))[:5]))
    return found
