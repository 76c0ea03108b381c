"""The grammar of Filipino for the engine of `language/prose`; numbers are printed as in English (1,500 and 12.5)."""

from __future__ import annotations

from guildbook.language.filipino import words
from guildbook.language.prose import Grammar, Lexicon, NumberWords
from guildbook.language.prose.lexicon import read_table

_VOWELS = "aeiou"
_NUMBERS = {
    "isa": 1, "dalawa": 2, "tatlo": 3, "apat": 4, "lima": 5, "anim": 6, "pito": 7, "walo": 8, "siyam": 9,
    "labing-isa": 11, "labindalawa": 12, "labintatlo": 13, "labing-apat": 14, "labinlima": 15, "labing-anim": 16,
    "labimpito": 17, "labing-pito": 17, "labingwalo": 18, "labing-walo": 18, "labinsiyam": 19, "labing-siyam": 19,
}  # fmt: skip
_TENS = {
    "sampu": 10, "dalawampu": 20, "tatlumpu": 30, "apatnapu": 40, "limampu": 50, "animnapu": 60, "pitumpu": 70,
    "walumpu": 80, "siyamnapu": 90, "sandaan": 100,
}  # fmt: skip
_HUNDREDS = {"daan": 100, "raan": 100}
_TIED = {"daan at": 100, "na raan": 100, "na raang": 100, "na raan at": 100, "sandaan at": 100}
_LARGE = {"libo": 1000, "sanlibo": 1000, "milyon": 10**6, "bilyon": 10**9, "trilyon": 10**12}
_MONTHS = (
    "enero january jan, pebrero february feb, marso march mar, abril april apr, mayo, hunyo june jun,"
    "hulyo july jul, agosto august aug, setyembre septyembre september sept sep, oktubre october oct okt,"
    "nobyembre november nov, disyembre december dec"
)
MONTHS = {name: number for number, month in enumerate(_MONTHS.split(","), 1) for name in month.split()}


def linked(word: str) -> str:
    """A word with the linker that ties it to the next: -ng behind a vowel, -g behind n; else it takes “na”."""
    if word[-1] in _VOWELS:
        return word + "ng"
    return word + "g" if word[-1] == "n" else word


def with_linkers(table: str) -> str:
    """The words of a table and their linked forms (“kumpanya”, “kumpanyang”)."""
    return "\n".join(f"{gloss}: {word}, {linked(word)}" for word, gloss in read_table(table))


def _numerals(words_of_numbers: dict[str, int]) -> dict[str, int]:
    return words_of_numbers | {linked(word): value for word, value in words_of_numbers.items()}


_YEAR = r"(?P<y>(?:1[89]|20)\d\d)(?![\d.,]\d)"
_MONTH = r"(?<!\w)(?P<mn><months>)(?!\w)\.?"
_ORDINAL = r"ika-?\s?"
_TO = r"\s*(?:-|—|hanggang|at)\s*"
_COUNTED = (
    r"(?!\d|[.,]\d|\s*(?:%|na\s|porsiyento|porsyento|guro|estudyante|mag-aaral|tao|katao|kumpanya|paaralan)(?!\w))"
)

GRAMMAR = Grammar(
    language="fil",
    lexicon=Lexicon.of(
        spaced=True,
        nouns=with_linkers(words.NOUNS),
        modifiers=with_linkers(words.MODIFIERS),
        holders=with_linkers(words.HOLDERS),
        verbs=words.VERBS,
        links=words.LINKS,
        joins=words.JOINS,
        skips=words.SKIPS,
        stops=words.STOPS,
    ),
    numbers=NumberWords(
        units=_numerals(_NUMBERS),
        # “apat na raan”, “sandaan at lima”: what ties the parts belongs to the words.
        small=_numerals(_TENS) | _numerals(_HUNDREDS) | _TIED,
        large=_numerals(_LARGE) | {"million": 10**6, "billion": 10**9},
        joints=("'t",),
    ),
    head="first",
    decimal_comma=False,
    before="""
over: mahigit, mahigit sa, mahigit na, higit, higit sa, higit pa sa, lampas sa, lampas na sa, lagpas sa
over: lumampas sa, lumampas na sa, nalampasan ang, hindi bababa sa, di bababa sa, di-bababa sa
over: hindi kukulangin sa, di kukulangin sa, di-kukulangin sa, humigit sa, labis sa, sobra sa, >, ≥
almost: halos, malapit sa, malapit na sa, wala pang, hindi hihigit sa, di hihigit sa, hindi lalampas sa
almost: hindi lalagpas sa, kulang sa, mas mababa sa, hindi aabot sa, <, ≤
about: humigit-kumulang, humigit kumulang, mga, tinatayang, tinatayang nasa, tinatayang aabot sa, bandang, ~
exactly: eksaktong, tanging, kabuuang, saktong
""",
    behind_number="over: +, mahigit",
    behind_noun="""
over: o higit pa, pataas
almost: pababa
""",
    fillers="na, ang, ng, nasa",
    reaching="""
ay, na, ang, umabot sa, umaabot sa, nasa, umabot na sa, binubuo ng, lampas na sa, mahigit, higit sa, halos
""",
    # “312 ang mga guro”: the number is said of the noun behind.
    classifiers="""
people: katao, tao
: ang, ang mga, na ang, na ang mga, ang bilang ng, ang bilang ng mga, ang kabuuang bilang ng mga
""",
    persons="katao, tao",
    units="""
percent: porsiyento, porsyento, porsiento, bahagdan, percent
year: taon, taong
month: buwan, buwang
week: linggo, linggong
day: araw
hour: oras
minute: minuto
semester: semestre
decade: dekada, dekadang
PHP: piso, pisong, php
USD: dolyar, us dollar, dolyar ng us, usd
EUR: euro
CNY: yuan, renminbi
square metre: metro kuwadrado, metro kwadrado, m2, m²
kilometre: kilometro, km
metre: metro, m
hectare: ektarya, ektaryang
tonne: tonelada
kilogram: kilo, kilogramo, kg
""",
    money_before="PHP: ₱, php, p\nUSD: us$, usd, $\nCNY: rmb, ¥\nEUR: €",
    dates=(
        # ika-22 ng Mayo 2024; ika-3 hanggang ika-7 ng Nobyembre 2022; Mayo 22, 2024; 22 Mayo 2024; katapusan ng Agosto.
        rf"{_ORDINAL}(?P<d>\d{{1,2}})(?:{_TO}(?:{_ORDINAL})?(?P<d2>\d{{1,2}}))?\s+ng\s+{_MONTH}(?:,?\s+(?:ng\s+)?(?:taong\s+)?{_YEAR})?",
        rf"{_MONTH}\s+(?P<d>\d{{1,2}})(?!\d|,\d{{3}})(?:{_TO}(?P<d2>\d{{1,2}})(?!\d))?(?:,?\s+(?:ng\s+)?{_YEAR})?",
        rf"(?<![\d.,])(?P<d>\d{{1,2}})(?:{_TO}(?P<d2>\d{{1,2}}))?\s+(?:ng\s+)?{_MONTH}(?:,?\s+{_YEAR})?",
        rf"(?:(?P<end>katapusan|dulo)\s+ng\s+)?{_MONTH},?\s+(?:ng\s+)?(?:taong\s+)?{_YEAR}",
        rf"(?:(?P<end>katapusan|dulo)\s+ng\s+)?{_MONTH}\s+(?:ng\s+)?(?P<ry><years>)",
        r"(?:mula\s+)?(?<!\w)(?P<y>(?:1[89]|20)\d\d)\s*(?:-|—|hanggang)\s*(?P<y2>(?:1[89]|20)\d\d)(?![\d.,]\d)",
        r"(?<!\w)(?P<ry><years>)(?!\w)",
        rf"(?<![\w.,/-])(?P<y>19[5-9]\d|20[0-4]\d){_COUNTED}",
        r"(?<!\w)(?P<ago>kahapon)(?!\w)",
    ),
    months=MONTHS,
    relative_years={
        "ngayong taon": 0,
        "taong ito": 0,
        "kasalukuyang taon": 0,
        "nakaraang taon": -1,
        "noong isang taon": -1,
        "susunod na taon": 1,
        "kahapon": 1,
    },
    closed=(
        r"(?<!\w)ika-?\s?\d+",
        (
            r"(?<!\w)(?:blg\.?|no\.?|numero|bilang blg\.?|silid|bulwagan|seksiyon|seksyon|artikulo|kabanata|baitang"
            r"|grado|grade|palapag|pahina|talahanayan|antas|distrito|kilometro|km|room|hall|batas|republic act"
            r"|executive order|linya|bersyon|bahagi|hakbang|yugto|tomo|phase|top|edisyon)"
            r"\s*(?:blg\.?\s*)?\d+(?![.,]?\d)(?!\s+(?:guro|estudyante|na\s))"
        ),
        r"(?<!\w)(?:edad|gulang na|may gulang na)\s+\d{1,3}(?:\s*(?:-|hanggang)\s*\d{1,3})?",
        r"(?<!\w)\d{1,3}(?:\s*(?:-|hanggang)\s*\d{1,3})?\s+(?:taong gulang|anyos)",
        r"(?<!\w)(?:alas|ala)[-\s](?:\d+|\w+)",
        r"(?<!\w)\d{1,2}[:.]\d{2}\s*(?:ng\s+(?:umaga|hapon|gabi|tanghali))?(?!\d)",
        r"(?:telepono|tel|tumawag|cellphone|mobile|fax|hotline)(?:\s+sa)?\s*[:.]?\s*[\d+(][\d\s().+-]{5,30}\d",
        (
            r"(?<!\w)(?:daan-daang?|daan-daan|libo-libong?|libu-libong?|sampu-sampung?|milyon-milyong?|milyun-milyong?"
            r"|dose-dosenang?|isa-isang?|dala-dalawang?)(?:\s+(?:libong?|milyong?))?(?!\w)"
        ),
        r"(?<!\w)(?:ilang|maraming|daan)\s+(?:daang?|libong?|milyong?)(?!\w)",
        (
            r"(?<!\w)(?:ang|ng|sa|kapwa|parehong)\s+dalawang\s+"
            r"(?:bansa|panig|paaralan|kolehiyo|unibersidad|lungsod|partido)"
        ),
        (
            r"(?<![\w-])(?:isa sa|isa't isa|isa pang|isang)(?!\w)"
            r"(?!\s+(?:daan|daang|libo|libong|milyon|milyong|bilyon|raan))"
        ),
        r"(?:\d+|dalawang|tatlong|apat na)\s+(?:beses|ulit)",
        r"(?<!\w)(?:industriya|industry|rebolusyon)\s+\d\.\d",
    ),
    since_before="mula, mula noong, mula pa noong, simula, simula noong, buhat noong, mula nang",
    since_behind="hanggang ngayon",
    founding="""
itinatag, itinatag noong, naitatag noong, itinayo noong, binuksan noong, inilunsad noong, nilagdaan noong
itatag
""",
    negations="hindi, wala, walang, isinara, nagsara",
    affirmations="hindi lamang, hindi lang, hindi bababa sa, hindi kukulangin sa, hindi kulang sa",
    increases="nadagdagan, dagdag, karagdagang, tumaas, nagdagdag, lumago, nabawasan",
    leavers="nagtapos, nakapagtapos",
    partitives="sa mga ito, sa kanila, sa mga iyon, kabilang dito, sa bilang na ito",
    targets="""
layunin, layon, target, planong, plano, balak, inaasahan, inaasahang, nilalayon, naglalayong, magtatayo
magtatatag, sasanayin, nais, hangad, pagsapit ng, magsanay ng
""",
    actual="na ngayon, sa kasalukuyan, nakapagsanay, nagsanay, naitatag",
    rates="""
year: bawat taon, kada taon, taon-taon, taun-taon, sa isang taon, taunan
month: bawat buwan, kada buwan, buwan-buwan
week: bawat linggo, kada linggo
day: bawat araw, kada araw, araw-araw
semester: bawat semestre
student: bawat estudyante, kada estudyante, bawat mag-aaral
person: bawat tao
""",
    prepositions="sa, mula sa, kasama, kay, para sa, ng, kasama ang, ayon sa, at, tulad ng",
    located="sa, nasa, sa loob ng",
    body_starts="""
unibersidad, pamantasan, kolehiyo, politekniko, politeknikong, instituto, alyansa, samahan, kagawaran, paaralan
sentro, porum, akademya, komisyon
""",
    body_ends="university, college, school, institute, alliance, group, polytechnic",
    pointers="""
alliance alyansa: alyansa, ang alyansa, alyansang ito
college kolehiyo politekniko: ang kolehiyo, kolehiyong ito, ang politekniko
school paaralan: ang paaralan, paaralang ito
university unibersidad pamantasan: ang unibersidad, ang pamantasan
association samahan: ang samahan
company kumpanya: ang kumpanya
centre sentro: ang sentro
forum porum: ang porum, porum
conference kumperensya: ang kumperensya
network network: ang network
region rehiyon: rehiyong ito
province lalawigan: lalawigang ito
city lungsod: lungsod na ito
country bansa: bansang ito
""",
    agents="ng, ni, ng mga",
    public_bodies="kagawaran, ministeryo, komisyon, pamahalaan, tanggapan, kawanihan, embahada",
    ranges="hanggang, -, —",
    title_shortest=14,
)
