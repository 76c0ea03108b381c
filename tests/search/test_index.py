"""The index of the database answers as a plain look at every document does, and follows every change."""

import random

import pytest
from django.core.management import call_command
from django.db import connection, transaction

from guildbook.kit.actors import PUBLIC
from guildbook.search.actions import keeping, reindex, reindex_if_outdated
from guildbook.search.index.fulltext import FullText
from guildbook.search.index.patterns import Everything, Patterns
from guildbook.search.matching import read_words
from guildbook.search.models import VERSION, SearchDocument, SearchWord
from guildbook.search.queries import Question, find
from guildbook.search.queries.literal import literal
from guildbook.search.queries.spelling import corrections
from portal.books import keep

pytestmark = pytest.mark.django_db
SYLLABLES = {
    "en": ["college", "guangxi", "technical", "of", "Co.", "Xi'an", "2.0", "education"],
    "zh-Hans": ["广西", "职业", "建设", "学院", "技术", "中国—东盟"],
    "zh-Hant": ["廣西", "職業", "學院"],
    "vi": ["Đào", "tạo", "nghề", "Hà", "Nội"],
    "th": ["วิทยาลัย", "เทคนิค", "กรุง", "น้ำ"],
    "lo": ["ວິທະຍາໄລ", "ເຕັກນິກ"],
    "km": ["វិទ្យា", "ស្ថាន"],
    "my": ["နည်း", "ပညာ"],
}


@pytest.fixture
def book(db):
    dice = random.Random(11)  # noqa: S311 - the same book every time, no secret
    for number in range(60):
        names = []
        for tag in dice.sample(sorted(SYLLABLES), 2):
            blank = "" if tag in ("zh-Hans", "zh-Hant", "th", "lo", "km", "my") else " "
            text = blank.join(dice.choices(SYLLABLES[tag], k=dice.randint(1, 4)))
            names.append({"text": text, "language": tag})
        note = {"en": " ".join(dice.choices(SYLLABLES["en"] + SYLLABLES["vi"], k=5))}
        keep("organisation", f"school-{number}", kind="school", names=names, note=note)
    return dice


def asked(dice):
    texts = [name[0] for document in SearchDocument.objects.all() for name in document.names]
    for __ in range(150):
        text = dice.choice(texts)
        start = dice.randrange(len(text))
        stretch = text[start : start + dice.randint(1, 7)]
        yield from (stretch, text[: dice.randint(1, 9)], f"{dice.choice(texts)[:4]} {stretch}")
    yield from ("gua", "guangxijian", "gxzy", "jian she xue yuan", "college 广西", "a", "业", "2", "xian", "%", "_")


def shown(found):
    return [(match.entry.id, match.tier, match.line, match.rough) for match in found.matches], found.more


@pytest.mark.parametrize("engine", [FullText(), Patterns()], ids=["fulltext", "patterns"])
def test_every_index_answers_as_a_look_at_every_document(book, engine):
    found = 0
    for words in map(read_words, asked(book)):
        for most in (5, 2000):
            plain = literal(words, most=most, engine=Everything())
            assert shown(literal(words, most=most, engine=engine)) == shown(plain), words
            found += len(plain.matches)
        spelt = list(corrections(words, engine))
        assert spelt == list(corrections(words, Everything()))
    assert found > 5000


def test_a_name_of_a_script_is_found_whatever_stretch_is_asked(book):
    """Recall: whoever types two characters or more of a name in a script without blanks finds it."""
    for document in SearchDocument.objects.all():
        for text, tag, __ in document.names:
            if tag in ("zh-Hans", "th", "lo", "km", "my"):
                words = read_words(text[1:4])
                ids = {match.entry.id for match in literal(words, most=10_000).matches}
                assert not words or document.pk in ids, (text, words)


def test_a_change_is_found_at_once_and_what_was_changed_no_longer(db):
    keep("person", "someone", names={"en": "Early Name"})
    assert find(PUBLIC, Question("early")).matches
    keep("person", "someone", names={"en": "Late Name"})
    assert find(PUBLIC, Question("late")).matches
    assert not find(PUBLIC, Question("early")).matches
    assert terms() == SearchDocument.objects.count()


def test_what_is_not_kept_is_not_found(db):
    with transaction.atomic():
        keep("person", "someone", names={"en": "Fleeting Name"})
        assert find(PUBLIC, Question("fleeting")).matches
        transaction.set_rollback(True)
    assert not find(PUBLIC, Question("fleeting")).matches
    assert terms() == 0


def terms():
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM search_terms")
        return cursor.fetchone()[0]


def test_the_index_made_anew_is_the_same(book, capsys):
    columns = ("kind", "record_id", "names", "spelt", "sounds", "initials", "body", "content")
    before = list(SearchDocument.objects.order_by("kind", "record_id").values_list(*columns))
    words = set(SearchWord.objects.values_list("word", flat=True))
    seen = []
    assert reindex(lambda done, total: seen.append((done, total))) == len(before)
    assert list(SearchDocument.objects.order_by("kind", "record_id").values_list(*columns)) == before
    assert set(SearchWord.objects.values_list("word", flat=True)) == words
    assert seen[-1] == (60, 60)
    assert terms() == 60
    call_command("reindex")
    assert "60 records" in capsys.readouterr().out


def test_an_index_that_is_missing_or_of_another_version_is_made_anew(book):
    assert not reindex_if_outdated()
    SearchDocument.objects.all().delete()
    assert reindex_if_outdated()
    assert SearchDocument.objects.count() == 60
    SearchDocument.objects.filter(key="school-7").update(version=VERSION - 1, spelt="\nold\n")
    assert reindex_if_outdated()
    assert not SearchDocument.objects.filter(spelt="\nold\n").exists()


def test_words_for_corrections_are_neither_short_nor_numbers(db):
    assert list(keeping.words_of("\ncollege of 1999 广西 abc\n")) == ["college"]


def test_no_question_to_the_index_can_be_bent(db):
    for text in ('a" OR "b', "a* NOT b", "(x", "near(a b)", "terms:x", "-", '"'):
        words = read_words(text)
        assert words.spelling.replace(" ", "").isalnum() or not words
        if words:
            assert list(FullText().anywhere(words)) == []
