"""The grammar of Vietnamese for the engine of `language/prose`; tone marks in the older places (hóa, not hoá)."""

from __future__ import annotations

import re
import unicodedata

from guildbook.language.prose import Grammar, Lexicon, NumberWords
from guildbook.language.prose.lexicon import read_table
from guildbook.language.vietnamese import words

_UNITS = {
    "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5, "nhăm": 5,
    "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9,
}  # fmt: skip
MONTHS = {
    "giêng": 1, "một": 1, "hai": 2, "ba": 3, "tư": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10,
    "mười một": 11, "mười hai": 12, "chạp": 12,
}  # fmt: skip

# “hoá” and “hóa”, “uỷ” and “ủy” are one word; the mark moves to the first vowel where the syllable ends there.
_LATER = re.compile(r"(?<![qQ])([oO][àáảãạ]|[oO][èéẻẽẹ]|[uU][ỳýỷỹỵ])(?![^\W\d_])")
_EARLIER = {
    pair: first + second
    for vowel, plain_vowel, marked in (
        ("o", "a", "àáảãạ"),
        ("o", "e", "èéẻẽẹ"),
        ("u", "y", "ỳýỷỹỵ"),
    )
    for first_marked, mark in zip({"o": "òóỏõọ", "u": "ùúủũụ"}[vowel], marked, strict=True)
    for pair, first, second in (
        (vowel + mark, first_marked, plain_vowel),
        (vowel.upper() + mark, first_marked.upper(), plain_vowel),
    )
}


def plain(flat: str) -> str:
    """The text with tone marks in the older places, one character for one."""
    return _LATER.sub(lambda match: _EARLIER[match.group()], flat)


def without_marks(word: str) -> str:
    """A word as it is typed where no marks are at hand (“đào tạo”, “dao tao”)."""
    letters = unicodedata.normalize("NFD", word.replace("đ", "d").replace("Đ", "D"))
    return unicodedata.normalize("NFC", "".join(each for each in letters if not unicodedata.combining(each)))


# Words of one syllable that stay what they are without marks; others would be taken for other words of marked texts.
_SAFE_BARE = frozenset(
    "trường ngành nước xưởng người nghề viên lớp khóa khoa tỉnh thành huyện quốc thợ hiện được của và với các những "
    "gồm hơn gần khoảng trên vượt dưới nghìn triệu tỷ đồng tháng tuần giờ giáo".split()
)


def also_bare(table: str) -> str:
    """A table with the unmarked forms of its words of two and more syllables, and of those that stay clear."""
    lines = []
    for word, gloss in read_table(table):
        bare = without_marks(word)
        also = f", {bare}" if bare != word and (" " in word or word in _SAFE_BARE) else ""
        lines.append(f"{gloss}: {word}{also}")
    return "\n".join(lines)


def _behind(leads: str, word: str) -> str:
    """A pattern of a word behind any of some others; Python's lookbehind wants each of fixed width."""
    return "(?:" + "|".join(rf"(?<={re.escape(lead.strip())} )" for lead in leads.split(",")) + rf"){word}(?!\w)"


_YEAR = r"(?P<y>(?:1[89]|20)\d\d)(?![\d.,]\d)"
_MONTH = r"(?P<m>\d{1,2}|<months>)(?!\w)"
_DAY = r"(?P<d>\d{1,2})"
_TO = r"\s*(?:-|—|[đd][ếe]n|tới|và)\s*(?:ng[àa]y\s+)?"

GRAMMAR = Grammar(
    language="vi",
    lexicon=Lexicon.of(
        spaced=True,
        nouns=also_bare(words.NOUNS),
        modifiers=also_bare(words.MODIFIERS),
        holders=also_bare(words.HOLDERS),
        verbs=also_bare(words.VERBS),
        links=also_bare(words.LINKS),
        joins=also_bare(words.JOINS),
        skips=also_bare(words.SKIPS),
        stops=also_bare(words.STOPS),
    ),
    numbers=NumberWords(
        units=_UNITS,
        small={"mươi": 10, "mười": 10, "chục": 10, "trăm": 100},
        large={
            "nghin": 1000,
            "ngan": 1000,
            "trieu": 1_000_000,
            "ty": 10**9,
            "nghìn": 1000,
            "ngàn": 1000,
            "vạn": 10_000,
            "triệu": 1_000_000,
            "tỷ": 10**9,
            "tỉ": 10**9,
        },
        joints=("linh", "lẻ"),
    ),
    head="first",
    decimal_comma=True,
    before=also_bare("""
over: hơn, trên, vượt, vượt quá, vượt mức, vượt con số, ít nhất, tối thiểu, không dưới, không ít hơn
over: không thấp hơn, cao hơn, nhiều hơn, lớn hơn, quá con số, >, ≥
almost: gần, dưới, chưa đầy, không quá, chưa tới, chưa đến, tối đa, nhiều nhất, không đến, không nhiều hơn
almost: không vượt quá, ngót, ngót nghét, sắp đạt, tiệm cận, ít hơn, <, ≤
about: khoảng, chừng, khoảng chừng, ước, ước tính, ước đạt, xấp xỉ, độ, tầm, vào khoảng, ước chừng, ~
exactly: đúng, chỉ, vỏn vẹn, tròn, chỉ có
"""),
    behind_number="over: +",
    behind_noun="""
over: trở lên
almost: trở xuống, đổ lại
""",
    fillers="có, là, tới, đến, con số",
    reaching="""
là, đạt, đạt mức, lên, lên đến, lên tới, tới, đến, có, gồm, đã, hiện, hiện là, hiện có, tăng lên, ở mức, chiếm
vượt, vượt quá, khoảng, được, giảm còn, còn
""",
    classifiers=also_bare("""
people: người, lượt người, lượt, vị, em
: bộ, đầu sách, cuốn, quyển, chiếc, tấm, cái, suất
"""),
    persons=also_bare("người, lượt người, lượt, vị, em"),
    units=also_bare("""
percent: phần trăm, điểm phần trăm
year: năm, năm học
month: tháng
week: tuần, tuần lễ
day: ngày
hour: giờ, tiếng, tiếng đồng hồ
minute: phút
semester: học kỳ, học kì
decade: thập kỷ, thập niên
VND: đồng, đồng việt nam, vnd, vnđ
USD: usd, đô la, đô la mỹ, đô-la, đô-la mỹ, đôla, đô la hoa kỳ
EUR: euro, eur, ơ-rô
CNY: nhân dân tệ, tệ, ndt, rmb, cny
THB: baht
LAK: kíp
JPY: yên
square metre: m2, m²
square metre: mét vuông
square kilometre: km2, km², ki-lô-mét vuông
kilometre: km, ki-lô-mét, cây số
metre: mét, m
hectare: ha, héc-ta, héc ta, hecta
tonne: tấn
kilogram: kg
"""),
    money_before="USD: us$, usd, $\nVND: vnd, vnđ\nCNY: rmb, cny, ¥\nEUR: €, eur",
    dates=(
        # ngày 22 tháng 5 năm 2024; từ ngày 3 đến 7 tháng 11 năm 2022; ngày 3-7/11/2022; ngày 31/8.
        (
            rf"(?:ng[àa]y\s+)?(?<![\d.,]){_DAY}(?:{_TO}(?P<d2>\d{{1,2}}))?\s+th[áa]ng\s+{_MONTH}"
            rf"(?:,?\s+n[ăa]m\s+{_YEAR}|\s+(?P<ry><years>))?"
        ),
        rf"(?:ng[àa]y\s+)?(?<![\d./]){_DAY}{_TO}(?P<d2>\d{{1,2}})[/.-](?P<m>\d{{1,2}})[/.-]{_YEAR}",
        rf"ng[àa]y\s+{_DAY}(?:{_TO}(?P<d2>\d{{1,2}}))?[/-](?P<m>\d{{1,2}})(?:[/-]{_YEAR})?(?!\d)",
        rf"(?<![\d/]){_DAY}[/.-](?P<m>\d{{1,2}})[/.-]{_YEAR}",
        rf"(?:(?P<end>cuối)\s+)?th[áa]ng\s+{_MONTH}(?:\s*[/-]\s*|,?\s+n[ăa]m\s+){_YEAR}",
        rf"(?:(?P<end>cuối)\s+)?th[áa]ng\s+{_MONTH}\s+(?P<ry><years>)",
        rf"(?<!\w)n[ăa]m\s+{_YEAR}(?:\s*(?:-|—|[đd][ếe]n|tới)\s*(?:n[ăa]m\s+)?(?P<y2>(?:1[89]|20)\d\d))",
        rf"(?P<half1>sáu th[áa]ng đầu|6 th[áa]ng đầu|nửa đầu)\s+n[ăa]m\s+{_YEAR}",
        rf"(?P<half2>sáu th[áa]ng cuối|6 th[áa]ng cuối|nửa cuối)\s+n[ăa]m\s+{_YEAR}",
        rf"(?:(?P<end>cuối)\s+)?(?<!\w)n[ăa]m\s+{_YEAR}",
        rf"(?:(?P<end>cuối)\s+)?(?<!\w)(?<!\d )th[áa]ng\s+{_MONTH}(?!\s+(?:ng[àa]y|tuần))",
        r"(?:(?P<end>cuối)\s+)?(?<!\w)(?<!\d )(?<!\d)(?P<ry><years>)(?!\w)",
        r"(?<!\w)(?P<ago>hôm nay|hôm qua|hôm kia)(?!\w)",
    ),
    months=MONTHS,
    relative_years={
        "năm nay": 0,
        "cùng năm": 0,
        "năm ngoái": -1,
        "năm trước": -1,
        "năm vừa qua": -1,
        "năm sau": 1,
        "năm tới": 1,
        "hôm nay": 0,
        "hôm qua": 1,
        "hôm kia": 2,
    },
    closed=(
        # Ordinals and what is numbered: thứ 14, lần thứ 3, khóa 18, lớp 9, điều 5, số 12, phòng 305, quý 3.
        r"(?<!\w)thứ\s+(?:\d+|nhất|nhì|(?:hai|ba|tư|năm|sáu|bảy|tám|chín|mười)(?!\w)(?:\s+(?:mươi|một|hai|ba|bốn|lăm))*)",
        (
            r"(?<!\w)(?:khóa|lớp|điều|khoản|chương|phần|mục|phòng|tầng|bài|hình|bảng|trang|quận|quý|cấp|hạng|bước|tập"
            r"|kỳ|vòng|đợt|mã|lần|top|trường số|học kỳ|tiết|phường|ngõ|km|phụ lục|nghị quyết|thông tư|chỉ thị|đường)"
            r"\s+(?:thứ\s+|số\s+)?\d+(?![.,]?\d)[a-z]?(?:/\d{4})?(?!\s*(?:đến|-)\s*\d+\s+\w)"
            r"(?!\s*(?:%|phần trăm|năm|tháng|tuần|ngày|giờ|người|học viên|sinh viên|học sinh|giáo viên|môn)(?!\w))"
        ),
        r"(?<!tổng )(?<!con )(?<!chữ )(?<!trong )(?<!\w)số\s+\d+(?:[/-][\w/-]+)?(?![.,]\d)",
        r"(?:từ\s+)?(?<![\d.,])\d{1,3}(?:\s*(?:-|đến)\s*\d{1,3})?\s+tuổi",
        # Clock times, telephones, revolutions, times as many.
        r"(?:lúc|hồi)\s+\d{1,2}\s*(?:giờ|h)(?:\s*\d{1,2}(?:\s*phút)?)?",
        r"(?<!\d)\d{1,2}\s*(?:giờ|h)\s*\d{2}(?:\s*phút)?(?!\d)",
        r"(?:điện thoại|đt|hotline|fax|tel|số máy|liên hệ|zalo|di động)(?:\s+số)?\s*[:.]?\s*[\d+(][\d\s().+-]{5,30}\d",
        r"(?<!\w)(?:công nghiệp|cách mạng|phiên bản|web)\s+\d\.\d",
        r"(?:\d+(?:[.,]\d+)?|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)\s+lần(?!\w)",
        r"(?<!\w)gấp\s+(?:\d+(?:[.,]\d+)?|đôi|ba|rưỡi)",
        # Vague numbers, “both”, and words that only look like numbers.
        r"(?<!\w)(?:hàng|vài|mấy|nhiều|cả)\s+(?:chục|trăm|nghìn|ngàn|vạn|triệu|tỷ|tỉ)(?:\s+(?:nghìn|ngàn|triệu|tỷ))?(?!\w)",
        r"(?<!\w)(?:hai|cả hai)\s+(?:bên|phía|chiều|bờ|mặt|đảng)(?!\w)",
        r"(?<!\w)cả\s+(?:hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)(?!\w)",
        (
            r"(?<!ở )(?<!tại )(?<!từ )(?<!mười )(?<!mươi )(?<!trăm )(?<!linh )(?<!lẻ )(?<!\w)hai\s+"
            r"(?:nước|quốc gia|trường|tỉnh|nền|dân tộc|chính phủ)(?!\w)"
        ),
        r"(?<!mươi )(?<!\w)tư(?!\w)",
        r"(?<!\w)(?:phần trăm|ph[âa]n tram|c[ôo]ng ty)(?!\w)",
        r"(?<!\w)(?:ba (?:lan|tư|đình|vì|tri|bể|chẽ|tơ)|năm căn|bảy núi)(?!\w)",
        r"(?<!\w)t[ỷỉ]\s+(?:lệ|giá|số|trọng|suất)(?!\w)",
        r"(?<!\w)(?:ba|ba lô|ba mẹ|bốn phương|chín muồi|chín chắn|trăm năm|muôn vàn)(?=\s+(?:lô|mẹ)(?!\w))",
        r"(?<!\w)một\s+(?:số|trong|vài|phần|cách|loạt|chút|mặt|lần|khi)(?!\w)",
        # “năm” as year, not as five.
        r"(?<=\d)\s?năm(?!\w)",
        _behind(
            "hai, ba, bốn, sáu, bảy, tám, chín, mười, mươi, lăm, một, trăm, nghìn, mỗi, hằng, hàng, trong, cuối, đầu,"
            "giữa, vào, từ, đến, cả, nhiều, những, các, suốt, quanh, vài, mấy, sau, trước, cùng, qua, tới, rưỡi, nửa",
            "năm(?! (?:mươi|trăm|nghìn|ngàn|triệu|xưởng|trường|nước|ngành|trung tâm|doanh nghiệp|công ty|thành phố))",
        ),
        (
            r"(?<!\w)năm\s+(?:học|qua|nay|ngoái|tới|sau|trước|vừa|đó|này|liền|liên tiếp|kể|thứ \w+|tài khóa|gần đây"
            r"|kinh nghiệm|\d{4})(?!\w)"
        ),
    ),
    since_before="từ, kể từ, từ khi, từ ngày, từ lúc, kể từ khi",
    since_behind="đến nay, tới nay, trở lại đây",
    founding="""
thành lập, được thành lập, ra đời, khai trương, khánh thành, khởi công, sáng lập, xây dựng, ký kết
thành lập vào, ra mắt
""",
    negations="không, chưa, chẳng, đóng cửa, giải thể",
    affirmations="không chỉ, không những, không dưới, không ít hơn, không kém, chưa kể",
    increases="tăng thêm, tăng, bổ sung, thêm, mới thêm, giảm",
    leavers="tốt nghiệp, ra trường",
    partitives="trong đó, trong số đó, trong số này",
    targets="""
sẽ, dự kiến, kế hoạch, lên kế hoạch, mục tiêu, đặt mục tiêu, phấn đấu, hướng tới, nhằm, dự định, sắp, đề ra
đặt ra, kỳ vọng, đến năm 2030, đến năm 2035, đến năm 2045, chỉ tiêu
""",
    actual="đã, hiện có, hiện đang, hiện nay, đã có",
    rates="""
year: mỗi năm, hằng năm, hàng năm, /năm, một năm, thường niên
month: mỗi tháng, hằng tháng, hàng tháng, /tháng
week: mỗi tuần, hằng tuần, hàng tuần
day: mỗi ngày, hằng ngày, hàng ngày
semester: mỗi học kỳ
student: mỗi sinh viên, mỗi học sinh
person: mỗi người
""",
    prepositions="""
với, cùng, cùng với, từ, đến từ, cho, do, tới, đến, sang, theo, gồm, như, bao gồm, và, nhờ, bởi, về
""",
    located="tại, ở, trong, thuộc",
    body_starts="""
trường, đại học, cao đẳng, học viện, liên minh, hiệp hội, công ty, tập đoàn, trung tâm, viện, sở, bộ, tổng cục
ủy ban, diễn đàn, hội, mạng lưới
""",
    body_ends="university, college, school, institute, alliance, group, polytechnic",
    pointers="""
alliance liên_minh: liên minh, liên minh này
college trường học_viện: nhà trường, trường này, ngôi trường này, học viện này
centre trung_tâm: trung tâm này
association hiệp_hội: hiệp hội, hiệp hội này
company công_ty tập_đoàn: công ty này, tập đoàn này, doanh nghiệp này
forum diễn_đàn: diễn đàn, diễn đàn này
conference hội_nghị: hội nghị, hội nghị này
network mạng_lưới: mạng lưới, mạng lưới này
region khu_tự_trị: khu tự trị này, toàn khu, toàn khu tự trị
province tỉnh: toàn tỉnh, tỉnh này
city thành_phố: thành phố này, toàn thành phố
country nước: cả nước, toàn quốc
workshop xưởng: xưởng này
""",
    agents="do, bởi",
    public_bodies="sở, bộ, ủy ban, chính phủ, chính quyền, cục, văn phòng, ubnd, đảng bộ, phòng giáo dục",
    ranges="đến, tới, -, —",
    title_shortest=14,
    plain=plain,
)
