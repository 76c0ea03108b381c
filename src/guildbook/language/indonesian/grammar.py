"""The grammar of Indonesian for the engine of `language/prose`."""

from __future__ import annotations

from guildbook.language.indonesian import words
from guildbook.language.indonesian.shared import CLOSED, DATES, MONTHS, NUMBERS, RELATIVE_YEARS, with_possessive
from guildbook.language.prose import Grammar, Lexicon

GRAMMAR = Grammar(
    language="id",
    lexicon=Lexicon.of(
        spaced=True,
        nouns=with_possessive(words.NOUNS),
        modifiers=words.MODIFIERS,
        holders=with_possessive(words.HOLDERS),
        verbs=words.VERBS,
        links=words.LINKS,
        joins=words.JOINS,
        skips=words.SKIPS,
        stops=words.STOPS,
    ),
    numbers=NUMBERS,
    head="first",
    decimal_comma=True,
    before="""
over: lebih dari, lebih daripada, lebih, di atas, melebihi, melampaui, melewati, menembus, setidaknya
over: setidak-tidaknya, sedikitnya, paling sedikit, minimal, minimum, tak kurang dari, tidak kurang dari
over: sekurang-kurangnya, lebih besar dari, >, ≥
almost: hampir, mendekati, kurang dari, di bawah, paling banyak, sebanyak-banyaknya, maksimal, maksimum
almost: tidak lebih dari, tak lebih dari, tidak melebihi, tidak sampai, tak sampai, belum sampai, nyaris, <, ≤
about: sekitar, kira-kira, kurang lebih, lebih kurang, diperkirakan, ditaksir, seputar, kisaran, ±, ~
exactly: tepat, hanya, cuma, persis
""",
    behind_number="""
over: +, lebih
about: -an, an
""",
    behind_noun="""
over: lebih, atau lebih, ke atas
almost: atau kurang
""",
    fillers="sebanyak, sejumlah, mencapai, angka, ada",
    reaching="""
adalah, ialah, mencapai, sebanyak, sejumlah, berjumlah, menjadi, sebesar, seluas, senilai, setinggi, yakni
yaitu, ada, kini, telah, sudah, tercatat, naik menjadi, melampaui, melebihi, sekitar, hampir, lebih dari, total
di sekolah itu
""",
    classifiers="""
people: orang, jiwa, orang peserta
: buah, pasang, judul, eksemplar, naskah, set, ekor, lembar, eksemplar, butir, helai, paket
""",
    persons="orang, jiwa, orang peserta",
    units="""
percent: persen, poin persen, persentase poin, prosen
year: tahun
month: bulan
week: minggu, pekan
day: hari
hour: jam, jam pelajaran
minute: menit
semester: semester
decade: dekade, dasawarsa
IDR: rupiah
USD: dolar as, dolar amerika, dolar amerika serikat, dolar, dollar as, usd
EUR: euro, eur
CNY: yuan, renminbi, rmb
MYR: ringgit
THB: baht
LAK: kip
VND: dong
JPY: yen
square metre: meter persegi, m2, m²
square kilometre: kilometer persegi, km2, km²
kilometre: kilometer, km
metre: meter, m
hectare: hektare, hektar, ha
tonne: ton
kilogram: kilogram, kg
""",
    money_before="IDR: rp, rp., idr\nUSD: us$, usd, $\nMYR: rm\nCNY: rmb, ¥\nEUR: €",
    dates=DATES,
    months=MONTHS,
    relative_years=RELATIVE_YEARS,
    closed=CLOSED,
    since_before="sejak, mulai, terhitung sejak, semenjak, dari",
    since_behind="hingga kini, sampai sekarang",
    founding="""
didirikan, berdiri, dibentuk, diresmikan, dibuka, didirikan pada, dibentuk pada, berdiri pada, berdiri sejak
diluncurkan, diluncurkan pada, ditandatangani
""",
    negations="tidak, belum, bukan, tanpa, menutup, tiada, batal",
    affirmations="tidak hanya, tidak kurang dari, bukan hanya, bukan saja, tidak saja, belum termasuk, tidak termasuk",
    increases="bertambah, menambah, tambahan, penambahan, meningkat, naik, kenaikan, peningkatan, menambahkan",
    leavers="lulus, lulusan, tamat, diwisuda",
    partitives="di antaranya, di antara mereka, dari jumlah itu, dari jumlah tersebut, diantaranya",
    targets="""
akan, menargetkan, ditargetkan, target, berencana, direncanakan, rencana, rencananya, bertujuan, bercita-cita
diharapkan, sasaran, hendak, ingin, tujuan, diproyeksikan, menjelang, rencana aksi
""",
    actual="telah, sudah, kini, saat ini",
    rates="""
year: setiap tahun, tiap tahun, per tahun, setahun, setiap tahunnya, per tahunnya, saban tahun, tahunan
month: setiap bulan, tiap bulan, per bulan, sebulan
week: setiap minggu, per minggu, per pekan, setiap pekan
day: setiap hari, per hari, sehari
semester: per semester, setiap semester
student: per siswa, per mahasiswa
person: per orang, per kapita
""",
    prepositions="""
dengan, bersama, dari, oleh, untuk, kepada, ke, bagi, termasuk, antara, seperti, dan, serta, menurut
""",
    located="di, dalam, pada, se",
    body_starts="""
universitas, politeknik, institut, akademi, sekolah, smk, aliansi, asosiasi, kementerian, dinas, pt
grup, pusat, balai, forum, dewan, kolese, jaringan, konsorsium
""",
    body_ends="university, college, school, institute, alliance, group, polytechnic",
    pointers="""
alliance aliansi: aliansi, aliansi itu, aliansi ini, aliansi tersebut
school sekolah smk: sekolah itu, sekolah ini, sekolah tersebut
college politeknik akademi sekolah: politeknik itu, politeknik ini, politeknik tersebut, kampus itu, kampus ini
university universitas: universitas itu, universitas ini, universitas tersebut
association asosiasi: asosiasi itu, asosiasi ini, asosiasi tersebut
company perusahaan pt: perusahaan itu, perusahaan ini, perusahaan tersebut
centre pusat balai: pusat itu, pusat ini, pusat tersebut
forum forum: forum itu, forum ini, forum tersebut
conference konferensi: konferensi itu, konferensi ini, konferensi tersebut
network jaringan: jaringan itu, jaringan ini, jaringan tersebut
region daerah wilayah: daerah otonom itu, daerah otonom ini, wilayah itu, wilayah ini, wilayah tersebut, daerah itu
region daerah wilayah: daerah ini, daerah tersebut, daerah otonom tersebut, kawasan itu
province provinsi: provinsi itu, provinsi ini, provinsi tersebut
city kota: kota itu, kota ini, kota tersebut
country negara: negara itu, negara ini, negara tersebut
""",
    agents="oleh",
    public_bodies="""
kementerian, dinas, pemerintah, komisi, kantor, badan, biro, departemen, sekretariat, kedutaan, pemerintahan, otoritas
""",
    ranges="hingga, sampai, sampai dengan, s.d., s/d, -, —",
    title_shortest=14,
)
