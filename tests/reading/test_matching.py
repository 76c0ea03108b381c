"""The matching core on hand-made lines: no database, and no value ever seen."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guildbook.language import NameIndex, read_figures
from guildbook.reading.matching.assignment import assign
from guildbook.reading.matching.context import Surroundings
from guildbook.reading.matching.likeness import THRESHOLD, Counted, likeness
from guildbook.reading.matching.lines import Kind, Line, Weights, core_of
from guildbook.reading.matching.manners import Manners
from guildbook.reading.matching.mentions import Entity, Naming
from guildbook.reading.matching.phrases import phrase_of_figure, phrase_of_words
from guildbook.reading.matching.whom import Whom
from guildbook.reading.matching.wording import Wording
from guildbook.reading.matching.words import concepts, stem_of

WRITTEN = {
    "hosts": ["institutions that accept international students", "institutions accepting international students"],
    "majors-home": ["majors", "majors for international students", "majors offered to international students"],
    "majors-abroad": ["majors", "majors at overseas schools", "majors in foreign countries"],
    "schools": ["schools in foreign countries", "overseas schools", "schools abroad"],
    "bases": ["overseas training bases", "training bases abroad", "training bases in foreign countries"],
    "standards-professional": ["professional standards", "professional standards adopted abroad"],
    "standards-curriculum": ["curriculum standards", "curriculum standards adopted abroad"],
}


def kind(name):
    phrases = tuple(phrase_of_words(text) for text in WRITTEN[name])
    return Kind(name, phrases, core=core_of(phrases))


KINDS = {name: kind(name) for name in WRITTEN}
WEIGHTS = Weights.of(list(KINDS.values()))


def scores(text, place=0):
    figures = read_figures(text)
    counted = Counted(
        phrase_of_figure(figures[place]),
        Surroundings(Wording(text, [(0, len(text), "en")]), figures).of(figures[place]),
    )
    lines = {
        name: Line(each, ("place", "x"), each.phrases, published=True, alone=False) for name, each in KINDS.items()
    }
    return {name: likeness(counted, line, WEIGHTS) for name, line in lines.items()}


@pytest.mark.parametrize(
    ("text", "place", "name"),
    [
        ("They run 12 schools in foreign countries.", 0, "schools"),
        ("They run 12 overseas colleges.", 0, "schools"),
        ("There are 28 training bases abroad.", 0, "bases"),
        ("It has 42 professional standards and 207 curriculum standards.", 0, "standards-professional"),
        ("It has 42 professional standards and 207 curriculum standards.", 1, "standards-curriculum"),
        ("12 institutions accept international students and offer 57 majors.", 1, "majors-home"),
        ("11 schools in foreign countries teach 28 majors.", 1, "majors-abroad"),
    ],
)
def test_the_line_of_the_same_thing_fits_best_and_alone(text, place, name):
    found = scores(text, place)
    assert max(found, key=found.get) == name
    assert [each for each, score in found.items() if score >= THRESHOLD] == [name]


@pytest.mark.parametrize(
    "text",
    [
        "They run 12 schools.",
        "They run 12 schools in the city.",
        "There are 28 domestic training bases.",
        "It has 42 national standards.",
        "It has 42 standards.",
        "It teaches 28 majors.",
        "It teaches 28 engineering majors to international students.",
        "It has 11 airports in foreign countries.",
    ],
)
def test_another_thing_fits_no_line(text):
    assert max(scores(text).values()) < THRESHOLD


@given(st.integers(1, 99_000), st.integers(1, 99_000))
def test_values_take_no_part(one, other):
    text = "12 institutions accept international students and offer {} majors."
    assert scores(text.format(one + 2100), 1) == scores(text.format(other + 2100), 1)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("internationalised textbooks", "internationalized textbook"),
        ("schools established in foreign countries", "overseas schools"),
        ("students from abroad", "foreign students"),
        ("twin cities", "sister cities"),
        ("centres", "centers"),
    ],
)
def test_words_that_mean_the_same_are_one_concept(one, other):
    assert concepts(one) == concepts(other)


def test_stems_take_off_plural_and_participles_only():
    assert {stem_of(word) for word in ("train", "trained", "training", "trains")} == {"train"}
    assert stem_of("bases") == stem_of("base")
    assert stem_of("overseas") == "overseas"
    assert stem_of("business") == "business"


def test_a_pair_of_cities_is_counted_in_cities():
    phrase = phrase_of_words("pairs of sister cities with ASEAN countries")
    assert phrase.heads == {"city"}
    assert phrase.before == {"sister"}


def test_each_line_goes_to_the_figure_that_fits_it_best():
    taken, unsure = assign({0: {"a": 0.9, "b": 0.85}, 1: {"a": 0.95, "b": 0.72}})
    assert taken == {0: "b", 1: "a"}
    assert not unsure


def test_two_lines_that_fit_alike_leave_a_figure_unknown():
    assert assign({0: {"a": 0.9, "b": 0.89}}) == ({}, {0})
    assert assign({0: {"a": 0.9, "b": 0.89}}, frozenset({"b"})) == ({0: "a"}, set())


def test_a_repetition_shares_its_line_and_a_poorer_fit_does_not():
    assert assign({0: {"a": 0.9}, 1: {"a": 0.85}})[0] == {0: "a", 1: "a"}
    assert assign({0: {"a": 0.95}, 1: {"a": 0.75}})[0] == {0: "a"}


def test_nothing_below_the_threshold_is_forced():
    assert assign({0: {"a": THRESHOLD - 0.01}}) == ({}, set())


ENTITIES = {
    ("place", "northland"): Entity(("place", "northland"), "place", "province", frozenset({"union", "northland"})),
    ("place", "southland"): Entity(("place", "southland"), "place", "province", frozenset({"union", "southland"})),
    ("place", "porto"): Entity(("place", "porto"), "place", "city", frozenset({"union", "northland", "porto"})),
    ("alliance", "guild"): Entity(("alliance", "guild"), "alliance"),
}
NAMES = NameIndex(
    [
        ("Northland", ("place", "northland")),
        ("Southland", ("place", "southland")),
        ("Porto Alto", ("place", "porto")),
        ("Northland Craft Alliance", ("alliance", "guild")),
    ]
)


def subjects(text):
    figures = read_figures(text, names=NAMES)
    manners = Manners(Wording(text, [(0, len(text), "en")]), frozenset())
    naming = Naming(text, NAMES, ENTITIES, (), manners)
    whom = Whom(text, figures, NAMES, naming, manners)
    return [[key for __, key in whom.of(figure).subjects] for figure in figures]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Northland has 11 schools.", [["northland"]]),
        ("Northland's colleges have 11 schools. They teach 28 majors.", [["northland"], ["northland"]]),
        ("Northland has 11 schools. In Southland, 12 schools were opened.", [["northland"], ["southland"]]),
        ("Northland has 11 schools, while Southland has 12 schools.", [["northland"], ["southland"]]),
        ("Northland and Southland have 11 schools.", [[]]),
        ("Northland Normal University has 11 schools.", [[]]),
        ("The University of Northland has 11 schools.", [[]]),
        ("There are 12 institutions in Northland Normal University.", [[]]),
        ("Porto Alto has 11 schools.", [["porto"]]),
        ("The Northland Craft Alliance has 11 schools.", [["guild"]]),
        ("Northland opened a college. The college has 11 schools.", [[]]),
        ("In Porto Alto, Northland opened a fair. The province has 11 schools.", [["northland"]]),
        ("There are 12 institutions in Southland that train pilots.", [["southland"]]),
    ],
)
def test_whom_a_figure_is_about(text, found):
    assert subjects(text) == found
