"""What texts of a language have in common, for lists too short to show it themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from guildbook.language.detection import detect_language
from guildbook.language.embedding import embed_stored

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from guildbook.language.embedding import Embedder, VectorStore

# The same six statements, unlike each other, in each language; written for Guildbook.
_STATEMENTS = {
    "en": (
        "Check the oil level every morning",
        "Children need enough sleep",
        "The contract may be ended with three months' notice",
        "Explain how prices are formed",
        "Wash your hands before you cook",
        "The river rises after heavy rain",
    ),
    "zh": (
        "每天早上检查油位",
        "儿童需要充足的睡眠",
        "合同可提前三个月通知终止",
        "说明价格是如何形成的",
        "做饭前要洗手",
        "大雨过后河水上涨",
    ),
    "vi": (
        "Kiểm tra mức dầu mỗi buổi sáng",
        "Trẻ em cần ngủ đủ giấc",
        "Hợp đồng có thể chấm dứt khi báo trước ba tháng",
        "Giải thích giá cả được hình thành như thế nào",
        "Rửa tay trước khi nấu ăn",
        "Nước sông dâng lên sau trận mưa lớn",
    ),
    "th": (
        "ตรวจระดับน้ำมันทุกเช้า",
        "เด็กต้องการการนอนหลับที่เพียงพอ",
        "สัญญาอาจสิ้นสุดลงได้เมื่อแจ้งล่วงหน้าสามเดือน",
        "อธิบายว่าราคาเกิดขึ้นได้อย่างไร",
        "ล้างมือก่อนทำอาหาร",
        "น้ำในแม่น้ำสูงขึ้นหลังฝนตกหนัก",
    ),
    "lo": (
        "ກວດລະດັບນ້ຳມັນທຸກເຊົ້າ",
        "ເດັກນ້ອຍຕ້ອງການນອນໃຫ້ພຽງພໍ",
        "ສັນຍາອາດຖືກຍົກເລີກໄດ້ເມື່ອແຈ້ງລ່ວງໜ້າສາມເດືອນ",
        "ອະທິບາຍວ່າລາຄາເກີດຂຶ້ນແນວໃດ",
        "ລ້າງມືກ່ອນແຕ່ງກິນ",
        "ນ້ຳໃນແມ່ນ້ຳຂຶ້ນສູງຫຼັງຝົນຕົກໜັກ",
    ),
    "km": (
        "ពិនិត្យកម្រិតប្រេងរៀងរាល់ព្រឹក",
        "កុមារត្រូវការការគេងគ្រប់គ្រាន់",
        "កិច្ចសន្យាអាចបញ្ចប់បានដោយជូនដំណឹងមុនបីខែ",
        "ពន្យល់ពីរបៀបដែលតម្លៃកើតឡើង",
        "លាងដៃមុនពេលចម្អិនអាហារ",
        "ទឹកទន្លេឡើងក្រោយភ្លៀងធ្លាក់ខ្លាំង",
    ),
    "my": (
        "ဆီပမာဏကို မနက်တိုင်း စစ်ဆေးပါ",
        "ကလေးများသည် အိပ်ရေးဝရန် လိုအပ်သည်",
        "စာချုပ်ကို သုံးလကြိုတင်အကြောင်းကြား၍ ရပ်စဲနိုင်သည်",
        "ဈေးနှုန်းများ မည်သို့ဖြစ်ပေါ်လာသည်ကို ရှင်းပြပါ",
        "မချက်ပြုတ်မီ လက်ဆေးပါ",
        "မိုးကြီးပြီးနောက် မြစ်ရေတက်သည်",
    ),
    "id": (
        "Periksa ketinggian oli setiap pagi",
        "Anak-anak membutuhkan tidur yang cukup",
        "Kontrak dapat diakhiri dengan pemberitahuan tiga bulan sebelumnya",
        "Jelaskan bagaimana harga terbentuk",
        "Cuci tangan sebelum memasak",
        "Air sungai naik setelah hujan lebat",
    ),
    "ms": (
        "Periksa paras minyak setiap pagi",
        "Kanak-kanak memerlukan tidur yang cukup",
        "Kontrak boleh ditamatkan dengan notis tiga bulan",
        "Terangkan bagaimana harga terbentuk",
        "Basuh tangan sebelum memasak",
        "Air sungai naik selepas hujan lebat",
    ),
    "fil": (
        "Suriin ang antas ng langis tuwing umaga",
        "Kailangan ng mga bata ang sapat na tulog",
        "Maaaring wakasan ang kontrata sa tatlong buwang abiso",
        "Ipaliwanag kung paano nabubuo ang presyo",
        "Maghugas ng kamay bago magluto",
        "Tumataas ang ilog pagkatapos ng malakas na ulan",
    ),
}


def expected_mean(items: Sequence[str], store: VectorStore | None, embedder: Embedder) -> NDArray[np.float32]:
    """Return the mean vector (d,) of texts in the items' language; of all languages where it is not known."""
    language = detect_language("\n".join(items)).language.split("-")[0]
    known = _STATEMENTS.get(language)
    statements = known or tuple(text for texts in _STATEMENTS.values() for text in texts[:2])
    vectors: NDArray[np.float32] = embed_stored(statements, store, embedder)
    return np.asarray(vectors.mean(axis=0), dtype=np.float32)
