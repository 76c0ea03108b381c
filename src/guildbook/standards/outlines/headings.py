"""What the columns of somebody's table are called: machine keys, the interface's words, or common ones."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from django.conf import settings
from django.utils.translation import override

from guildbook.language.decoding import plain
from guildbook.standards.models.standard import ItemKind, StandardItem

COLUMNS = ("number", "text", "kind", "parent", "identifier")
# Besides what the interface itself calls them.
WORDS = {
    "number": (
        "no, nr, no., code, item no, item number, 编号, 序号, 条目编号, 编码, 代码, 編號, 序號, số, stt, "
        "mã, mã số, số hiệu, ลำดับ, ลำดับที่, ที่, หมายเลข, รหัส, ເລກທີ, ລຳດັບ, ລະຫັດ, លេខ, លេខរៀង, "
        "နံပါတ်, စဉ်, nomor, kode, no urut, nombor, kod, bilangan, numero, bilang"
    ),
    "text": (
        "item, items, description, content, statement, requirement, 条目, 内容, 要求, 描述, 說明, "
        "内容描述, 條目, 內容, nội dung, mô tả, tiêu chí, ข้อความ, รายการ, รายละเอียด, เนื้อหา, ข้อกำหนด, "
        "ເນື້ອໃນ, ລາຍການ, ລາຍລະອຽດ, ខ្លឹមសារ, បរិយាយ, អကြောင်းအရာ, ဖော်ပြချက်, isi, uraian, deskripsi, "
        "butir, kandungan, perkara, keterangan, nilalaman, paglalarawan"
    ),
    "kind": ("type, level, 类型, 类别, 层级, 種類, 類型, loại, ประเภท, ชนิด, ປະເພດ, ប្រភេទ, အမျိုးအစား, jenis, tipe, uri"),
    "parent": ("part of, belongs to, parent number, 上级, 上级编号, 所属, 隶属, thuộc, อยู่ใน, ສັງກັດ, induk, bagian dari"),
    "identifier": ("id, permanent id, 标识, 永久标识, định danh"),
}


@cache
def _known() -> dict[str, str]:
    """Every heading, folded, and the column it names."""
    known = {name: name for name in COLUMNS}
    for name, words in WORDS.items():
        known.update({_folded(word): name for word in words.split(", ")})
    for language, __ in settings.LANGUAGES:
        with override(language):
            for name in COLUMNS:
                known.setdefault(_folded(str(StandardItem._meta.get_field(name).verbose_name)), name)  # type: ignore[union-attr]  # these are columns, not relations
    return known


@cache
def _kinds() -> dict[str, str]:
    known = {str(kind): str(kind) for kind in ItemKind}
    for language, __ in settings.LANGUAGES:
        with override(language):
            known.update({_folded(str(kind.label)): str(kind) for kind in ItemKind})
    return known


def _folded(heading: str) -> str:
    return plain(heading).casefold().strip(" .:*")


def find_columns(cells: Sequence[object]) -> dict[str, int]:
    """Which column stands where in a row of headings; the first of each name counts."""
    found: dict[str, int] = {}
    for place, cell in enumerate(cells):
        name = _known().get(_folded(str(cell or "")))
        if name is not None:
            found.setdefault(name, place)
    return found


def kind_named(text: str) -> str | None:
    """The item kind of that key or name in any interface language; empty for an empty cell, None for no such kind."""
    return _kinds().get(_folded(text)) if text.strip() else ""
