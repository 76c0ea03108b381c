"""Aligning: quality on lists of our own, order and its absence, lists of every size, ties, empty items, long lists."""

from itertools import combinations
from statistics import mean

import numpy as np
import pytest

from guildbook.language.aligning import OFFERED, PROPOSED, align, similarity
from guildbook.language.aligning import nearest as neighbours
from guildbook.language.aligning.nearest import nearest
from guildbook.language.aligning.order import order_is_kept
from guildbook.language.vectors import MemoryStore
from language.lists import dropped, f1, items, pairs_of

ITEMS = items()
NUMBERS = ITEMS.pop("number")
LANGUAGES = list(ITEMS)


@pytest.fixture(scope="module")
def store():
    return MemoryStore()


def chosen(language, places):
    return [ITEMS[language][place] for place in places]


def quality(store, *, shuffled):
    """F1 of each pair of languages, over two random selections; the order is told rightly but for a chance or two."""
    found, mistold = {}, 0
    for at, (one, two) in enumerate(combinations(LANGUAGES, 2)):
        scores = []
        for seed in (2 * at, 2 * at + 1):
            a, b, gold = dropped(len(NUMBERS), seed, shuffled=shuffled)
            alignment = align(chosen(one, a), chosen(two, b), store=store)
            mistold += alignment.ordered is shuffled
            scores.append(f1(pairs_of(alignment), gold))
        found[one, two] = mean(scores)
    assert mistold <= 2
    return found


# Measured 0.96 and 0.92 (docs/decisions/0003); the hardest pair, Chinese and Khmer, 0.90 and 0.80.
def test_quality_in_order(store):
    found = quality(store, shuffled=False)
    assert mean(found.values()) > 0.94
    assert min(found.values()) > 0.8


def test_quality_shuffled(store):
    found = quality(store, shuffled=True)
    assert mean(found.values()) > 0.88
    assert min(found.values()) > 0.65


def test_scores_are_probabilities(store):
    rights = []
    for one, two in combinations(LANGUAGES, 2):
        a, b, gold = dropped(len(NUMBERS), 13, shuffled=True)
        found = align(chosen(one, a), chosen(two, b), store=store)
        rights += [(pair.score, (pair.a, pair.b) in gold) for pair in found.pairs]
    assert all(PROPOSED <= score <= 1 for score, _ in rights)
    assert mean(right for score, right in rights if score > 0.95) > 0.95
    assert mean(right for score, right in rights if score < 0.7) < 0.9
    assert abs(mean(right for _, right in rights) - mean(score for score, _ in rights)) < 0.08


def test_every_item_is_in_a_pair_or_alone(store):
    a, b, _ = dropped(len(NUMBERS), 14)
    found = align(chosen("vi", a), chosen("lo", b), store=store)
    assert sorted([pair.a for pair in found.pairs] + list(found.a_only)) == list(range(len(a)))
    assert sorted([pair.b for pair in found.pairs] + list(found.b_only)) == list(range(len(b)))
    assert list(found.pairs) == sorted(found.pairs, key=lambda pair: pair.a)


def test_sides_may_be_exchanged(store):
    a, b, _ = dropped(len(NUMBERS), 15)
    there = align(chosen("th", a), chosen("en", b), store=store)
    back = align(chosen("en", b), chosen("th", a), store=store)
    assert pairs_of(there) == {(one, two) for two, one in pairs_of(back)}


def test_sections_that_moved_are_found(store):
    places = [place for duty in "41352" for place, number in enumerate(NUMBERS) if number[0] == duty]
    found = align(ITEMS["en"], chosen("zh", places), store=store)
    assert found.ordered
    assert f1(pairs_of(found), {(place, places.index(place)) for place in places}) > 0.9


def test_order_is_seen_in_the_partners():
    assert order_is_kept([])
    assert order_is_kept([3])
    assert order_is_kept([0, 1, 2])
    assert order_is_kept([5, 6, 7, 8, 9, 0, 1, 2, 3, 4])
    assert not order_is_kept([2, 1, 0])
    assert not order_is_kept([7, 2, 9, 0, 4, 8, 1, 6, 3, 5])
    assert order_is_kept(list(range(300)))
    assert not order_is_kept(np.random.default_rng(1).permutation(300).tolist())


@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_lists_of_one_item(store, language):
    assert pairs_of(align(chosen("en", [4]), chosen(language, [4]), store=store)) == {(0, 0)}


def test_one_item_finds_its_place_in_a_long_list(store):
    for place in (3, 12, 19):
        assert pairs_of(align(chosen("zh", [place]), ITEMS["th"], store=store)) == {(0, place)}
        assert pairs_of(align(ITEMS["th"], chosen("zh", [place]), store=store)) == {(place, 0)}


def test_what_has_nothing_in_common_is_not_paired(store):
    recipes = ["Bring the milk to the boil", "Chop two onions", "Serve with a slice of lemon"]
    assert len(align(recipes, chosen("zh", [3, 10, 12]), store=store).pairs) <= 1
    assert len(align([recipes[0]], chosen("th", [10]), store=store).pairs) == 0


@pytest.mark.parametrize(("a", "b"), [([], []), (["one"], []), ([], ["one"]), (["", " "], ["\u200b"])])
def test_nothing_to_pair(store, a, b):
    found = align(a, b, store=store)
    assert found.pairs == found.more == ()
    assert found.a_only == tuple(range(len(a)))
    assert found.b_only == tuple(range(len(b)))


def test_empty_items_stay_alone(store):
    texts = chosen("en", range(8))
    found = align([*texts[:4], "", *texts[4:]], ["", *chosen("vi", range(8))], store=store)
    assert pairs_of(found) == {(place + (place > 3), place + 1) for place in range(8)}
    assert (found.a_only, found.b_only) == ((4,), (0,))


def test_a_version_beside_the_next(store):
    old = ITEMS["lo"]
    new = [*old[:5], "ບັນທຶກອຸນຫະພູມຂອງຫ້ອງ", *old[5:9], *old[10:]]
    found = align(old, new, store=store)
    assert pairs_of(found) == {(place, place + (place > 4) - (place > 9)) for place in range(len(old)) if place != 9}
    assert (found.a_only, found.b_only) == ((9,), (5,))
    assert min(pair.score for pair in found.pairs) > 0.95


def test_equal_items_follow_the_order(store):
    one = ["Safety", *chosen("en", [1, 2]), "Safety", *chosen("en", [7, 8]), "Safety", *chosen("en", [13, 14])]
    two = ["安全", *chosen("zh", [1, 2]), "安全", *chosen("zh", [7, 8]), "安全", *chosen("zh", [13, 14])]
    assert pairs_of(align(one, two, store=store)) == {(place, place) for place in range(9)}


def test_equal_items_without_order_are_doubtful(store):
    one = [*chosen("en", range(6, 16)), "Safety", "Safety"]
    places = [7, 3, 10, 9, 1, 11, 5, 0, 8, 2, 6, 4]
    two = [one[place] for place in places]
    found = align(one, two, store=store)
    scores = {one[pair.a]: pair.score for pair in found.pairs}
    assert not found.ordered
    assert len(found.pairs) == 12
    assert all(one[pair.a] == two[pair.b] for pair in found.pairs)
    assert scores.pop("Safety") < 0.6
    assert min(scores.values()) > 0.9


def test_nothing_but_equal_items(store):
    found = align(["Safety"] * 5, ["Safety"] * 3, store=store)
    assert len({pair.a for pair in found.pairs}) == len({pair.b for pair in found.pairs}) == len(found.pairs) <= 3


def test_numbers_count_where_they_agree(store):
    alike = [f"Tighten bolt {name}" for name in ("one", "two", "three", "four", "five", "six", "seven")]
    places = [3, 0, 6, 2, 5, 1, 4]
    other = [f"拧紧螺栓{name}" for name in "甲乙丙丁戊己庚"]
    numbers = [f"1.{place}" for place in range(7)]
    clear, clear_other = chosen("en", range(16)), chosen("zh", range(16))
    more = [f"2.{place}" for place in range(16)]
    turned = list(range(15, -1, -1))
    lists = clear + alike, [clear_other[place] for place in turned] + [other[place] for place in places]
    counted = more + numbers, [more[place] for place in turned] + [numbers[place] for place in places]
    without = align(*lists, store=store)
    found = align(*lists, store=store, numbers_a=counted[0], numbers_b=counted[1])
    rights = [
        sum(pair.a - 16 == places[pair.b - 16] for pair in each.pairs if pair.a >= 16 and pair.b >= 16)
        for each in (without, found)
    ]
    assert rights[1] >= rights[0] + 2
    assert rights[1] == sum(pair.a >= 16 for pair in found.pairs)


def test_an_item_that_was_split_has_a_further_partner(store):
    one = chosen("en", [0, 1, 2, 3, 7, 9, 10])
    two = [*chosen("zh", [0, 1]), "戴好安全帽", "戴好手套、穿好安全鞋", *chosen("zh", [3, 7, 9, 10])]
    found = align(one, two, store=store)
    halves = {(pair.a, pair.b) for pair in (*found.pairs, *found.more)}
    assert {(2, 2), (2, 3)} <= halves
    assert len(found.pairs) == 7
    assert all(OFFERED <= pair.score <= 1 for pair in found.more)


def test_long_lists_give_the_pairs_of_short_ones(store, monkeypatch):
    """The likely pairs only, and the order in stretches, against all pairs at once."""
    a, b, gold = dropped(len(NUMBERS), 16)
    whole = align(chosen("en", a), chosen("th", b), store=store)
    monkeypatch.setattr(similarity, "ALL_PAIRS", 50)
    monkeypatch.setattr("guildbook.language.aligning.order._STRETCH", 6)
    part = align(chosen("en", a), chosen("th", b), store=store)
    assert pairs_of(part) == pairs_of(whole)
    assert f1(pairs_of(part), gold) > 0.9
    shuffled = dropped(len(NUMBERS), 16, shuffled=True)
    assert f1(pairs_of(align(chosen("en", shuffled[0]), chosen("th", shuffled[1]), store=store)), shuffled[2]) > 0.85


def test_long_lists_with_equal_items(store, monkeypatch):
    monkeypatch.setattr(similarity, "ALL_PAIRS", 50)
    one = [text for place in range(0, 28, 2) for text in ("Knowledge", ITEMS["en"][place])]
    two = [text for place in range(0, 28, 2) for text in ("知识", ITEMS["zh"][place])]
    found = align(one, two, store=store)
    assert f1(pairs_of(found), {(place, place) for place in range(28)}) > 0.9


@pytest.mark.parametrize("compiled", [False, True])
@pytest.mark.parametrize(("n", "m", "k"), [(1, 1, 3), (5, 200, 7), (150, 90, 12), (130, 3, 4), (0, 4, 2)])
def test_neighbours_are_exact(monkeypatch, compiled, n, m, k):
    monkeypatch.setattr(neighbours, "_BLOCK", 64)
    monkeypatch.setattr(neighbours, "_COMPILE_FROM", 0 if compiled else 10**9)
    chance = np.random.default_rng(n)
    a, b = (chance.integers(-3, 4, size=(size, 6)).astype(np.float32) for size in (n, m))  # whole numbers: many ties
    products = a @ b.T
    forth, of_forth, back, of_back = nearest(a, b, k)
    assert forth.tolist() == np.argsort(-products, axis=1, kind="stable")[:, :k].tolist()
    assert of_forth.tolist() == np.take_along_axis(products, forth, axis=1).tolist()
    assert back.tolist() == np.argsort(-products.T, axis=1, kind="stable")[:, :k].tolist()
    assert of_back.tolist() == np.take_along_axis(products.T, back, axis=1).tolist()
