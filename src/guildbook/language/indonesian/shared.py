"""What Indonesian and Malay have in common: number words, dates, and numbers that are no figures."""

from __future__ import annotations

from guildbook.language.prose import NumberWords
from guildbook.language.prose.lexicon import read_table

NUMBERS = NumberWords(
    units={
        "satu": 1,
        "dua": 2,
        "tiga": 3,
        "empat": 4,
        "lima": 5,
        "enam": 6,
        "tujuh": 7,
        "delapan": 8,
        "lapan": 8,
        "sembilan": 9,
        "sebelas": 11,
    },
    teens={"belas": 10},
    small={"puluh": 10, "sepuluh": 10, "ratus": 100, "seratus": 100},
    large={
        "ribu": 1000,
        "seribu": 1000,
        "juta": 10**6,
        "sejuta": 10**6,
        "miliar": 10**9,
        "milyar": 10**9,
        "bilion": 10**9,
        "triliun": 10**12,
        "trilion": 10**12,
    },
)

_MONTHS = (
    "januari jan, februari feb, maret mac mar, april apr, mei, juni jun, juli julai jul, agustus ogos agu agt ogo,"
    "september sept sep, oktober okt, november nov, desember disember des dis"
)
MONTHS = {name: number for number, month in enumerate(_MONTHS.split(","), 1) for name in month.split()}

_YEAR = r"(?P<y>(?:1[89]|20)\d\d)(?![\d.,]\d)"
_TO = r"\s*(?:-|—|/|hingga|sampai(?: dengan)?|dan|s\.d\.)\s*"
_MONTH = r"(?P<mn><months>)(?!\w)\.?"
# What a bare 1990 would count; elsewhere four digits without a sign are a year.
_COUNTED = (
    r"(?!\d|[.,]\d|\s*(?:%|persen|peratus|orang|siswa|mahasiswa|pelajar|murid|guru|dosen|pensyarah|pekerja|peserta|buah"
    r"|unit|sekolah|perusahaan|syarikat|rupiah|ringgit|dolar|hektar|meter|kilometer|jam|hari|bulan|tahun)(?!\w))"
)
# Words that a year follows even where a noun stands behind it (“sepanjang 2023 sekolah itu …”).
_LED = (
    "(?:"
    + "|".join(
        rf"(?<=(?<!\w){lead} )" for lead in "pada sejak sepanjang selama semenjak menjelang mulai awal akhir".split()
    )
    + ")"
)
DATES = (
    # 22 Mei 2024; 3–7 November 2022; 28 Mei hingga 3 Juni 2024; akhir Agustus 2023; 31/8/2023; (31/8).
    rf"(?=\d)(?<![\d.,])(?P<d>\d{{1,2}})\s+(?P<mn><months>)(?!\w){_TO}(?P<d2>\d{{1,2}})\s+(?P<mn2><months>)(?!\w)\s+{_YEAR}",
    rf"(?=\d)(?<![\d.,])(?P<d>\d{{1,2}})(?:{_TO}(?P<d2>\d{{1,2}}))?\s+{_MONTH}(?:\s+(?:tahun\s+)?{_YEAR}|\s+(?P<ry><years>))?",
    rf"(?<!\w)(?:(?P<end>akhir|penghujung)\s+)?(?=[jfmasond]){_MONTH}\s+(?:tahun\s+)?(?:{_YEAR}|(?P<ry><years>))",
    rf"(?<![\d/])(?P<d>\d{{1,2}})/(?P<m>\d{{1,2}})/{_YEAR}",
    r"(?<=\()(?P<d>\d{1,2})/(?P<m>\d{1,2})(?=\))",
    rf"(?=\d)(?<!\w){_YEAR}\s*(?:-|—|hingga|sampai|ke)\s*(?:tahun\s+)?(?P<y2>(?:1[89]|20)\d\d)(?![\d.,]\d)",
    rf"(?<!\w)(?:(?P<end>akhir|penghujung)\s+)?tahun\s+{_YEAR}",
    r"(?<!\w)(?:(?P<end>akhir|penghujung)\s+)?(?P<ry><years>)(?!\w)",
    rf"(?:(?P<end>akhir|penghujung)\s+)(?P<y>(?:1[89]|20)\d\d){_COUNTED}",
    rf"{_LED}(?P<y>(?:1[89]|20)\d\d)(?![\d.,]\d|\s*(?:%|persen|peratus|orang|buah)(?!\w))",
    rf"(?<![\w.,/-])(?P<y>19[5-9]\d|20[0-4]\d){_COUNTED}",
    r"(?<!\w)(?P<ago>hari ini|kemarin|semalam)(?!\w)",
)
RELATIVE_YEARS = {
    "tahun ini": 0,
    "tahun lalu": -1,
    "tahun lepas": -1,
    "tahun silam": -1,
    "tahun sebelumnya": -1,
    "tahun depan": 1,
    "tahun hadapan": 1,
    "hari ini": 0,
    "kemarin": 1,
    "semalam": 1,
}
CLOSED = (
    # Ordinals and what is numbered: ke-14, nomor 15, pasal 7, kelas 10, ruang 305, lantai 3, SMK Negeri 2, pukul 09.30.
    r"(?<!\w)ke[-\s]\d+",
    (
        r"(?<!\w)(?:nomor|no\.?|nombor|bil\.?|pasal|ayat|akta|seksyen|artikel|bab|bagian|bahagian|kelas|tingkatan|semester"
        r"|ruang|ruangan|bilik|aula|dewan|lantai|aras|gedung|angkatan|tahap|fasa|peringkat|juara|kategori|versi|level|tahap"
        r"|jilid|edisi|blok|jalan|lorong|kilometer|km|rt|rw|halaman|gambar|jadual|tabel|sesi|kloter|kohort|gelombang"
        r"|negeri|smkn|sman|sdn|smk|sma|kolej vokasional|undang-undang|peraturan|poin|butir|zona|distrik|terminal|pintu"
        r"|tempat ke|sni|iso|covid)\s*(?:nomor\s+|no\.?\s*)?\(?\d+(?:/\w+)*\)?(?![.,]?\d)"
        r"(?!\s*(?:%|persen|peratus|tahun(?!\s+\d)|bulan|minggu|hari|jam|orang|buah|hingga|sampai|siswa|mahasiswa|pelajar"
        r"|peserta|murid|pekerja|guru)(?!\w))"
    ),
    r"(?<!\w)(?:pukul|jam|pada jam)\s+\d{1,2}(?:[.:]\d{2})?(?:\s*(?:wib|wita|wit|pagi|petang|malam|siang))?",
    r"(?<!\d)\d{1,2}[.:]\d{2}\s*(?:wib|wita|wit|pagi|petang|malam|siang)(?!\w)",
    r"(?:telepon|telp|telefon|tel|hp|wa|whatsapp|faks|fax|hubungi|talian)\s*[:.]?\s*[\d+(][\d\s().+-]{5,30}\d",
    r"(?<!\d)0\d{1,3}-\d{3,4}\s?\d{3,4}(?!\d)",
    r"(?:usia|berusia|umur|berumur)\s+(?:antara\s+)?\d{1,3}(?:\s*(?:-|sampai|hingga|dan)\s*\d{1,3})?(?:\s+tahun)?",
    r"(?<!\w)(?:industri|revolusi|versi|web)\s+\d\.\d",
    r"(?:\d+(?:[.,]\d+)?|dua|tiga|empat|lima|enam|sepuluh)\s+kali(?!\w)(?:\s+(?:lipat|ganda))?",
    # Vague numbers, “one of”, and words that only look like numbers.
    (
        r"(?<!\w)(?:belasan|puluhan|ratusan|ribuan|jutaan|beberapa|berpuluh-puluh|beratus-ratus|beribu-ribu|berpuluh|beratus"
        r"|beribu)\s+(?:puluh|ratus|ribu|juta|miliar|bilion)(?!\w)"
    ),
    r"(?<!\w)(?:salah satu|satu sama lain|satu-satunya|satu per satu|satu persatu|satu lagi|satu pun)(?!\w)",
    r"(?<!\w)(?:sa|ber|ke)satu(?!\w)",
    r"(?<!\w)kedua-dua(?!\w)",
    r"(?<!\w)dua\s+(?:belah|arah|hala|pihak)(?!\w)",
)


def with_possessive(table: str) -> str:
    """The words of a table and, of those of one word, the form with -nya (“bengkelnya”, its workshops)."""
    lines = [
        f"{gloss}: {word}" + (f", {word}nya" if " " not in word and word.isalpha() else "")
        for word, gloss in read_table(table)
    ]
    return "\n".join(lines)
