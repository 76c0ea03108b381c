"""Short texts of each language, unlike each other: their mean is what a language adds to every vector.

Vectors of one language lie near each other whatever they say. What is left when the language's mean is taken away is
what the text says, and can be compared across languages. The phrases say the same thirty things in each language and
were written for Guildbook.
"""

from __future__ import annotations

import re

from guildbook.language.scripts import leading_script

PHRASES = {
    "en": "clean water; village market; broken window; football match; grandmother; contract law; computer network; "
    "night shift; green tea; mountain road; hospital bed; school library; heavy rain; wooden chair; train station; "
    "good news; machine tool; fresh fish; tax office; summer holiday; old temple; concrete bridge; singing contest; "
    "lost key; power plant; shoe factory; marriage; space rocket; cold winter; job interview",
    "zh": "干净的水；乡村市场；破窗户；"
    "足球比赛；祖母；合同法；计算机网络；夜班；绿茶；山路；病床；学校图书馆；大雨；木椅；"
    "火车站；好消息；机床；鲜鱼；税务局；暑假；古庙；混凝土桥；歌唱比赛；丢失的钥匙；发电厂；鞋厂；婚姻；太空火箭；寒冷的冬天；求职面试",
    "vi": "nước sạch; chợ làng; cửa sổ vỡ; trận bóng đá; bà ngoại; luật hợp đồng; mạng máy tính; ca đêm; trà xanh; "
    "đường núi; giường bệnh; thư viện trường học; mưa lớn; ghế gỗ; ga tàu hỏa; tin vui; máy công cụ; cá tươi; "
    "cục thuế; kỳ nghỉ hè; chùa cổ; cầu bê tông; cuộc thi hát; chìa khóa bị mất; nhà máy điện; nhà máy giày; "
    "hôn nhân; tên lửa vũ trụ; mùa đông lạnh; phỏng vấn xin việc",
    "th": "น้ำสะอาด; ตลาดหมู่บ้าน; หน้าต่างแตก; การแข่งขันฟุตบอล; คุณยาย; กฎหมายสัญญา; เครือข่ายคอมพิวเตอร์; กะกลางคืน; ชาเขียว; "
    "ถนนบนภูเขา; เตียงผู้ป่วย; ห้องสมุดโรงเรียน; ฝนตกหนัก; เก้าอี้ไม้; สถานีรถไฟ; ข่าวดี; เครื่องมือกล; ปลาสด; สำนักงานภาษี; "
    "วันหยุดฤดูร้อน; วัดเก่า; สะพานคอนกรีต; การประกวดร้องเพลง; กุญแจหาย; โรงไฟฟ้า; โรงงานรองเท้า; การแต่งงาน; จรวดอวกาศ; "
    "ฤดูหนาวที่หนาวเย็น; สัมภาษณ์งาน",
    "lo": "ນ້ຳສະອາດ; ຕະຫຼາດບ້ານ; ປ່ອງຢ້ຽມແຕກ; ການແຂ່ງຂັນບານເຕະ; ແມ່ຕູ້; ກົດໝາຍສັນຍາ; ເຄືອຂ່າຍຄອມພິວເຕີ; ກະກາງຄືນ; ຊາຂຽວ; "
    "ທາງພູ; ຕຽງຄົນເຈັບ; ຫ້ອງສະໝຸດໂຮງຮຽນ; ຝົນຕົກໜັກ; ຕັ່ງໄມ້; ສະຖານີລົດໄຟ; ຂ່າວດີ; ເຄື່ອງມືກົນຈັກ; ປາສົດ; ຫ້ອງການພາສີ; "
    "ພັກຮ້ອນ; ວັດເກົ່າ; ຂົວເບຕົງ; ການປະກວດຮ້ອງເພງ; ກະແຈເສຍ; ໂຮງງານໄຟຟ້າ; ໂຮງງານເກີບ; ການແຕ່ງງານ; ຈະຫຼວດອະວະກາດ; "
    "ລະດູໜາວ; ການສຳພາດວຽກ",
    "km": "ទឹកស្អាត; ផ្សារភូមិ; បង្អួចបែក; ការប្រកួតបាល់ទាត់; ជីដូន; ច្បាប់កិច្ចសន្យា; បណ្តាញកុំព្យូទ័រ; វេនយប់; តែបៃតង; ផ្លូវភ្នំ; "
    "គ្រែអ្នកជំងឺ; បណ្ណាល័យសាលា; ភ្លៀងធំ; កៅអីឈើ; ស្ថានីយរថភ្លើង; ដំណឹងល្អ; ម៉ាស៊ីនឧបករណ៍; ត្រីស្រស់; ការិយាល័យពន្ធដារ; "
    "វិស្សមកាលរដូវក្តៅ; វត្តចាស់; ស្ពានបេតុង; ការប្រកួតចម្រៀង; កូនសោបាត់; រោងចក្រអគ្គិសនី; រោងចក្រស្បែកជើង; អាពាហ៍ពិពាហ៍; "
    "រ៉ុក្កែតអវកាស; រដូវរងា; សម្ភាសន៍ការងារ",
    "my": "သန့်ရှင်းသောရေ; ရွာဈေး; ပြတင်းပေါက်ကွဲ; ဘောလုံးပွဲ; အဘွား; စာချုပ်ဥပဒေ; ကွန်ပျူတာကွန်ရက်; ညဆိုင်း; လက်ဖက်စိမ်း; တောင်ပေါ်လမ်း; "
    "လူနာကုတင်; ကျောင်းစာကြည့်တိုက်; မိုးသည်းထန်စွာ; သစ်သားကုလားထိုင်; ဘူတာရုံ; သတင်းကောင်း; စက်ကိရိယာ; ငါးလတ်; အခွန်ရုံး; "
    "နွေရာသီအားလပ်ရက်; ဘုရားကျောင်းဟောင်း; ကွန်ကရစ်တံတား; သီချင်းဆိုပြိုင်ပွဲ; သော့ပျောက်; ဓာတ်အားပေးစက်ရုံ; ဖိနပ်စက်ရုံ; "
    "လက်ထပ်ခြင်း; အာကာသဒုံးပျံ; အေးသောဆောင်း; အလုပ်အင်တာဗျူး",
    "id": "air bersih; pasar desa; jendela pecah; pertandingan sepak bola; nenek; hukum kontrak; jaringan komputer; "
    "giliran malam; teh hijau; jalan gunung; ranjang rumah sakit; perpustakaan sekolah; hujan lebat; kursi kayu; "
    "stasiun kereta; kabar baik; mesin perkakas; ikan segar; kantor pajak; liburan musim panas; kuil tua; "
    "jembatan beton; lomba menyanyi; kunci hilang; pembangkit listrik; pabrik sepatu; pernikahan; roket luar angkasa; "
    "musim dingin; wawancara kerja",
}
# English, Indonesian, Malay and Filipino are not told apart by a word or two: they share a mean.
GROUPS = {
    "Latn": ("en", "id"),
    "Viet": ("vi",),
    "Hani": ("zh",),
    "Thai": ("th",),
    "Laoo": ("lo",),
    "Khmr": ("km",),
    "Mymr": ("my",),
}
OTHER = "Latn"
_VIETNAMESE = re.compile("[ăâđêôơưạ-ỹ]|[àáãèéìíòóõùúýĩũ]", re.IGNORECASE)


def group_of(text: str) -> str:
    """The group of languages whose mean a text is compared without."""
    script = leading_script(text)
    if script == "Latn" and _VIETNAMESE.search(text):
        return "Viet"
    return script if script in GROUPS else OTHER


def phrases(group: str) -> tuple[str, ...]:
    """The phrases of a group of languages."""
    return tuple(phrase for language in GROUPS[group] for phrase in re.split("; |；", PHRASES[language]))
