"""Search over mixed-language names against SQLite's own full-text tokenizers: time, recall, size, memory.

    python bench/search.py [--names 200000] [--each 40] [--seed 1]

Names are made of syllables and words by a seeded generator, so that every query has one record it was taken from.
A query counts as answered when that record is among the first ten (@10) and when it is found at all (all). The peers
are FTS5 with `unicode61` (marks removed) and with `trigram`, asked as their documentation says: words as prefixes, or
a phrase; ten rows by `ORDER BY rank`. The lexical baseline compares characters: rapidfuzz's partial_ratio of the words
asked with every name, both in lower case and without marks, ten best. Every engine answers every query in the same
run. Times are processor time of this process, in which SQLite runs too, so that a busy machine does not tell.
"""

import argparse
import os
import random
import resource
import sqlite3
import statistics
import sys
import tempfile
import time
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path

from rapidfuzz import fuzz, process

WORDS = {
    "en": "college institute of technology vocational technical construction transport agriculture nursing maritime "
    "railway electric vehicle maintenance international northern southern new modern craft union academy centre",
    "vi": "trường cao đẳng đào tạo nghề kỹ thuật công nghiệp giao thông vận tải xây dựng nông nghiệp y tế điện lực",
    "id": "politeknik negeri sekolah tinggi teknologi industri pertanian kesehatan perkapalan listrik kejuruan",
}
STRETCHES = {
    "zh": "广西 云南 昆明 南宁 柳州 桂林 重庆 贵阳 成都 建设 交通 职业 技术 学院 大学 工业 农业 护理 电力 铁路 冶金 "
    "财经 旅游 商贸 师范 "
    "国际 东方 第一 现代 新能源 汽车 机电 信息 工程 学校 联盟 中心 研究院 教育 集团 公司",
    "th": "วิทยาลัย เทคนิค อาชีวศึกษา กรุงเทพ เชียงใหม่ ขอนแก่น เกษตร การช่าง พาณิชย์ สถาบัน เทคโนโลยี นานาชาติ ภาคเหนือ ไฟฟ้า",
    "lo": "ວິທະຍາໄລ ເຕັກນິກ ວິຊາຊີບ ວຽງຈັນ ຫຼວງພະບາງ ກະສິກຳ ໄຟຟ້າ ສະຖາບັນ ພັດທະນາ ຝີມືແຮງງານ",
    "km": "វិទ្យាស្ថាន បច្ចេកវិទ្យា ជាតិ ភ្នំពេញ បាត់ដំបង កសិកម្ម អគ្គិសនី សំណង់ មហាវិទ្យាល័យ",
    "my": "နည်းပညာ တက္ကသိုလ် ရန်ကုန် မန္တလေး စက်မှု လယ်ယာ အသက်မွေး သိပ္ပံ ကျောင်း",
}
SHARES = {"en": 30, "zh": 30, "vi": 12, "th": 10, "id": 8, "lo": 4, "km": 3, "my": 3}
SYLLABLES = "ba be bi bo da de di do ka ke ki ko la le li lo ma me mi mo na ne ni no ra re ri ro sa se si so ta te ti"
HAN = "安宝昌德丰福光海和华嘉建金景康立龙明宁平启强庆瑞山胜泰天文祥信兴永元远泽振正忠州"
THAI = "กา คำ จัน ชัย ดี ทอง ธร นคร บุรี ปาน พร มณี ยา รัตน์ ลักษณ์ วงศ์ ศรี สุข หอม อุดม"
SORTS = ("prefix", "two Chinese characters", "Thai stretch", "Vietnamese bare", "pinyin", "misspelt")
Engine = Callable[[str], list[int]]


def names(count: int, dice: random.Random) -> Iterator[tuple[str, str]]:
    """Language and text of each name; every name has a part of its own, as real ones have."""
    latin = SYLLABLES.split()
    for tag in dice.choices(list(SHARES), list(SHARES.values()), k=count):
        own = "".join(dice.choices(latin, k=dice.randint(2, 4))).title()
        if tag in WORDS:
            yield tag, " ".join([own, *dice.sample(WORDS[tag].split(), dice.randint(2, 5))])
        else:
            rare = {"zh": "".join(dice.choices(HAN, k=3)), "th": "".join(dice.choices(THAI.split(), k=3))}.get(tag, own)
            yield tag, "".join([rare, *dice.sample(STRETCHES[tag].split(), dice.randint(2, 4))])


def queries(made: list[tuple[str, str]], each: int, dice: random.Random) -> dict[str, list[tuple[str, int]]]:
    """Queries of each sort with the number of the name they were taken from."""
    from guildbook.language.transliteration import romanise

    of = {tag: [n for n, (other, __) in enumerate(made) if other == tag] for tag in SHARES}

    def some(tag: str, make: Callable[[str], str]) -> list[tuple[str, int]]:
        return [(make(made[n][1]), n) for n in dice.sample(of[tag], each)]

    def stretch(text: str, length: int) -> str:
        start = dice.randrange(max(1, len(text) - length))
        return text[start : start + length]

    def bare(text: str) -> str:
        plain = unicodedata.normalize("NFD", text).replace("đ", "d").replace("Đ", "D")
        return "".join(c for c in plain if not unicodedata.combining(c)).lower()

    def slip(text: str) -> str:
        word, *rest = text.split()
        at = dice.randrange(1, len(word) - 1)
        wrong = word[:at] + dice.choice("xzwq") + word[at + 1 :]
        return " ".join([wrong, *rest[:2]])

    return dict(
        zip(
            SORTS,
            (
                some("en", lambda text: text[: dice.randint(4, 9)].lower()),
                some("zh", lambda text: text[1:3]),
                some("th", lambda text: stretch(text, 8)),
                some("vi", lambda text: " ".join(bare(text).split()[:3])),
                some("zh", lambda text: romanise(text[:5])),
                some("en", slip),
            ),
            strict=True,
        )
    )


def build_ours(made: list[tuple[str, str]]) -> float:
    """Keep the names as search documents through search's own writing; seconds."""
    from django.db import transaction

    from guildbook.language.folding import spelt
    from guildbook.search.actions.keeping import _put
    from guildbook.search.index.documents import _column, _initials, pinyin
    from guildbook.search.models import SearchDocument

    began = time.perf_counter()
    with transaction.atomic():
        for start in range(0, len(made), 2000):
            batch = []
            for n, (tag, text) in enumerate(made[start : start + 2000], start):
                sound = pinyin(text)
                batch.append(
                    SearchDocument(
                        kind="organisation",
                        record_id=n + 1,
                        key=f"n{n}",
                        names=[[text, tag, "name"], [f"n{n}", "", "key"]],
                        spelt=_column([spelt(text), f"n{n}"]),
                        sounds=_column([sound, ""]) if sound else "",
                        initials=_column([_initials(sound), ""]) if sound else "",
                        body="\n\n",
                        meaning="",
                        content="",
                    )
                )
            _put(batch)
    return time.perf_counter() - began


def ours(text: str) -> list[int]:
    """Numbers of the names found by the words themselves, else by another spelling, ranked as the page ranks them."""
    from guildbook.search.matching import Tier, read_words
    from guildbook.search.queries.finding import _rank
    from guildbook.search.queries.literal import literal
    from guildbook.search.queries.spelling import corrections

    asked = read_words(text)
    matches = literal(asked).matches
    if not matches:
        for words in corrections(asked):
            if matches := literal(words, worst=Tier.KEY).matches:
                break
    return [match.entry.record_id - 1 for match in sorted(matches, key=_rank)]


def peer(path: Path, tokenizer: str, made: list[tuple[str, str]]) -> tuple[Engine, float]:
    """An FTS5 table of the names with one of SQLite's tokenizers."""
    began = time.perf_counter()
    table = sqlite3.connect(path)
    table.execute(f"CREATE VIRTUAL TABLE held USING fts5(name, tokenize='{tokenizer}')")
    table.executemany("INSERT INTO held(rowid, name) VALUES (?, ?)", ((n, text) for n, (__, text) in enumerate(made)))
    table.commit()
    seconds = time.perf_counter() - began

    def ask(text: str) -> list[int]:
        words = [word.replace('"', "") for word in text.split()]
        question = " ".join(f'"{word}"*' if "unicode61" in tokenizer else f'"{word}"' for word in words)
        # As many as ours may rank.
        rows = table.execute("SELECT rowid FROM held WHERE held MATCH ? ORDER BY rank LIMIT 2000", [question])
        return [row[0] for row in rows]

    return ask, seconds


def letters(made: list[tuple[str, str]]) -> Engine:
    """The names whose characters are most like those asked for; rapidfuzz compares with every name."""
    held = [_unmarked(text) for __, text in made]

    def ask(text: str) -> list[int]:
        best = process.extract(_unmarked(text), held, scorer=fuzz.partial_ratio, limit=10)
        return [row for __, ___, row in best]

    return ask


def _unmarked(text: str) -> str:
    return "".join(one for one in unicodedata.normalize("NFD", text.lower()) if not unicodedata.combining(one))


def same_name(made: list[tuple[str, str]], found: list[int], n: int) -> bool:
    """Whether the name asked for is among these; names that read the same count as the same."""
    return any(made[other][1] == made[n][1] for other in found)


def main() -> None:
    """Make the names, ask everything of everyone, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--names", type=int, default=200_000)
    parser.add_argument("--each", type=int, default=40)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        run(Path(folder), chosen)


def run(folder: Path, chosen: argparse.Namespace) -> None:
    """Measure in a folder of our own."""
    os.environ.update(DJANGO_SETTINGS_MODULE="guildbook.config.settings", GUILDBOOK_DATA=str(folder))
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import connection

    call_command("migrate", verbosity=0)
    dice = random.Random(chosen.seed)
    made = list(names(chosen.names, dice))
    asked = queries(made, chosen.each, dice)
    seconds = {"ours": build_ours(made)}
    engines: dict[str, Engine] = {"ours": ours}
    for name, tokenizer in (("unicode61", "unicode61 remove_diacritics 2"), ("trigram", "trigram")):
        engines[name], seconds[name] = peer(folder / f"{name}.sqlite3", tokenizer, made)
    engines["rapidfuzz"], seconds["rapidfuzz"] = letters(made), 0.0
    connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
    sizes = {name: (folder / f"{name}.sqlite3").stat().st_size for name in ("unicode61", "trigram")}
    sizes["ours"] = (folder / "guildbook.sqlite3").stat().st_size
    print(f"{chosen.names} names, {chosen.each} queries of each sort, seed {chosen.seed}")
    for name in engines:
        print(f"{name:10} made in {seconds[name]:6.1f} s, {sizes.get(name, 0) / 2**20:6.1f} MiB")
    ours("warm vocabulry")
    print(f"{'':24}" + "".join(f"{name:>34}" for name in engines))
    print(f"{'':24}" + f"{'p50 ms':>10}{'p95 ms':>8}{'@10':>8}{'all':>8}" * len(engines))
    ratios: dict[str, list[float]] = {name: [] for name in engines}
    everything: dict[str, list[float]] = {name: [] for name in engines}
    for sort in SORTS:
        line = f"{sort:24}"
        medians = {}
        for name, engine in engines.items():
            times, first, found = [], 0, 0
            for text, n in asked[sort]:
                began = time.process_time()
                answer = engine(text)
                times.append((time.process_time() - began) * 1000)
                first += same_name(made, answer[:10], n)
                found += same_name(made, answer, n)
            everything[name] += times
            medians[name] = statistics.median(times)
            p95 = statistics.quantiles(times, n=20)[-1]
            line += f"{medians[name]:>10.2f}{p95:>8.2f}{first / chosen.each:>8.2f}{found / chosen.each:>8.2f}"
        for name in engines:
            ratios[name].append(medians["ours"] / medians[name])
        print(line)
    for name in engines:
        times = everything[name]
        p50, p95 = statistics.median(times), statistics.quantiles(times, n=20)[-1]
        ratio = statistics.geometric_mean(ratios[name])
        print(f"{name:10} all sorts: p50 {p50:.2f} ms, p95 {p95:.2f} ms; ours takes {ratio:.1f} times as long")
    print(f"peak memory of the process: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MiB")


if __name__ == "__main__":
    main()
    sys.exit(0)
