"""The grammar of Malay for the engine of `language/prose`; numbers are printed as in English (1,500 and 12.5)."""

from __future__ import annotations

from guildbook.language.indonesian import words as indonesian
from guildbook.language.indonesian.shared import CLOSED, DATES, MONTHS, NUMBERS, RELATIVE_YEARS, with_possessive
from guildbook.language.malay import words
from guildbook.language.prose import Grammar, Lexicon

# The earlier table wins: what Malay says otherwise goes before what the two share.
GRAMMAR = Grammar(
    language="ms",
    lexicon=Lexicon.of(
        spaced=True,
        nouns=with_possessive(words.NOUNS + indonesian.NOUNS),
        modifiers=words.MODIFIERS + indonesian.MODIFIERS,
        holders=with_possessive(words.HOLDERS + indonesian.HOLDERS),
        verbs=words.VERBS + indonesian.VERBS,
        links=indonesian.LINKS,
        joins=indonesian.JOINS,
        skips=indonesian.SKIPS,
        stops=words.STOPS,
    ),
    numbers=NUMBERS,
    head="first",
    decimal_comma=False,
    before="""
over: lebih daripada, lebih dari, lebih, di atas, melebihi, melangkaui, melepasi, sekurang-kurangnya
over: paling kurang, tidak kurang daripada, tidak kurang dari, tak kurang daripada, minimum, >, ≥
almost: hampir, menghampiri, kurang daripada, kurang dari, di bawah, paling banyak, maksimum, tidak lebih daripada
almost: tidak melebihi, tidak sampai, selebih-lebihnya, <, ≤
about: sekitar, kira-kira, lebih kurang, dianggarkan, anggaran, dalam lingkungan, lingkungan, ±, ~
exactly: tepat, hanya, cuma
""",
    behind_number="""
over: +, lebih
about: -an
""",
    behind_noun="""
over: lebih, atau lebih, ke atas
almost: atau kurang
""",
    fillers="sebanyak, seramai, sejumlah, mencecah",
    reaching="""
adalah, ialah, mencapai, mencecah, sebanyak, seramai, sejumlah, berjumlah, menjadi, menjadikan, sebesar, seluas
bernilai, setinggi, berkeluasan, iaitu, ada, kini, telah, sudah, melebihi, sekitar, hampir, lebih
""",
    classifiers="""
people: orang, jiwa
: buah, pasang, judul, naskhah, set, ekor, keping, helai, naskhah, biji, batang
""",
    persons="orang, jiwa",
    units="""
percent: peratus, mata peratusan
year: tahun
month: bulan
week: minggu
day: hari
hour: jam
minute: minit
semester: semester
decade: dekad
MYR: ringgit
USD: dolar as, dolar amerika, dolar, usd
IDR: rupiah
EUR: euro, eur
CNY: yuan, renminbi, rmb
THB: baht
LAK: kip
VND: dong
JPY: yen
square metre: meter persegi, m2, m²
square kilometre: kilometer persegi, km2, km²
kilometre: kilometer, km
metre: meter, m
hectare: hektar, ha
tonne: tan
kilogram: kilogram, kg
""",
    money_before="MYR: rm, myr\nUSD: us$, usd, $\nIDR: rp\nCNY: rmb, ¥\nEUR: €",
    dates=DATES,
    months=MONTHS,
    relative_years=RELATIVE_YEARS,
    closed=CLOSED,
    since_before="sejak, mulai, semenjak, dari",
    since_behind="hingga kini, sehingga kini",
    founding="""
ditubuhkan, diasaskan, dirasmikan, dibuka, ditubuhkan pada, diasaskan pada, dilancarkan, dilancarkan pada
ditubuhkan sejak, dimeterai, ditandatangani
""",
    negations="tidak, belum, bukan, tanpa, menutup, tiada, batal",
    affirmations="tidak hanya, tidak kurang daripada, bukan hanya, bukan sahaja, tidak termasuk, tidak kurang",
    increases="bertambah, menambah, tambahan, penambahan, meningkat, naik, kenaikan, peningkatan, berkurang",
    leavers="tamat, lulus, lulusan, bergraduat",
    partitives="daripadanya, di antaranya, antaranya, daripada jumlah itu",
    targets="""
akan, menyasarkan, disasarkan, sasaran, bercadang, dirancang, merancang, bertujuan, dijangka, diharap, matlamat
menjelang, hasrat, berhasrat
""",
    actual="telah, sudah, kini, setakat ini",
    rates="""
year: setiap tahun, tiap-tiap tahun, setahun, tahunan, saban tahun
month: setiap bulan, sebulan, bulanan
week: setiap minggu, seminggu
day: setiap hari, sehari
semester: setiap semester
student: setiap pelajar, seorang pelajar
person: setiap orang, seorang
""",
    prepositions="""
dengan, bersama, dari, daripada, oleh, untuk, kepada, ke, bagi, termasuk, antara, seperti, dan, serta, menurut
""",
    located="di, dalam, pada, se",
    body_starts="""
universiti, kolej, institut, politeknik, pakatan, persatuan, kementerian, jabatan, pusat
forum, majlis, akademi, sekolah, rangkaian
""",
    body_ends="university, college, school, institute, alliance, group, polytechnic",
    pointers="""
alliance pakatan gabungan perikatan: pakatan, pakatan itu, pakatan ini, pakatan tersebut, gabungan itu, gabungan ini
alliance pakatan gabungan perikatan: perikatan itu, perikatan ini
college kolej politeknik: kolej itu, kolej ini, kolej tersebut, politeknik itu, politeknik ini, politeknik tersebut
school sekolah: sekolah itu, sekolah ini, sekolah tersebut
university universiti: universiti itu, universiti ini, universiti tersebut
association persatuan: persatuan itu, persatuan ini
company syarikat: syarikat itu, syarikat ini, syarikat tersebut
centre pusat: pusat itu, pusat ini
forum forum: forum itu, forum ini
conference persidangan: persidangan itu, persidangan ini
network rangkaian: rangkaian itu, rangkaian ini
region wilayah: wilayah itu, wilayah ini, wilayah tersebut, wilayah autonomi itu, rantau itu
province negeri provinsi: negeri itu, negeri ini, negeri tersebut, provinsi itu
city bandar bandaraya: bandar itu, bandar raya itu
country negara: negara itu, negara ini
""",
    agents="oleh",
    public_bodies="kementerian, jabatan, kerajaan, suruhanjaya, pejabat, lembaga, majlis, kedutaan, pihak berkuasa",
    ranges="hingga, sehingga, sampai, ke, -, —",
    title_shortest=14,
)
