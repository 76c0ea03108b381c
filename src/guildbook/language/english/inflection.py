"""English nouns: whether a word is a plural, and its dictionary form."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Forms in -s that are never plural nouns.
PURE_VERBS = _words(
    "includes comes provides becomes participates attends takes gets exceeds receives belongs teaches "
    "applies continues remains gives goes does makes says enters serves holds boasts brings allows requires "
    "enables ensures represents consists comprises contains creates has is was aims speaks agrees graduates' "
    "gathers joins helps needs' wants meets runs' rises grows stands totals"
)
# Words in -s that are no plurals: singulars, adjectives, possessives.
S_MODIFIERS = _words(
    "laos philippines paris texas wales athens brussels netherlands maldives seychelles comoros honduras "
    "logistics telecommunications economics electronics mathematics physics mechanics robotics ethics "
    "politics statistics analytics informatics business express access process progress news overseas "
    "wireless campus status class glass cross mass press tourism-services human-resources aerospace "
    "cross-border various previous serious religious indigenous famous continuous prestigious precious "
    "numerous industrious pious series species chinese analysis basis bus virus focus consensus diagnosis "
    "crisis thesis gas always perhaps women's men's children's people's teachers' students' workers' youth's "
    "craftsmen's masters' master's bachelor's associate's world-class high-class first-class us less success "
    "excess genius apparatus bonus census plus chorus lens humanities fitness wellness happiness illness"
)
# Plurals that more often modify the noun behind them ("sports colleges"): plural only at the end of a phrase.
SOFT_PLURALS = _words(
    "services materials languages studies skills systems operations resources sciences railways textiles "
    "affairs communications sports arts goods sales"
)
IRREGULAR_PLURALS = {
    "people": "person",
    "persons": "person",
    "children": "child",
    "women": "woman",
    "men": "man",
    "craftsmen": "craftsman",
    "businessmen": "businessman",
    "workmen": "workman",
    "fishermen": "fisherman",
    "spokesmen": "spokesman",
    "alumni": "alumnus",
    "alumnae": "alumna",
    "curricula": "curriculum",
    "criteria": "criterion",
    "media": "medium",
    "data": "datum",
    "syllabi": "syllabus",
    "memoranda": "memorandum",
    "symposia": "symposium",
    "stadia": "stadium",
    "consortia": "consortium",
    "mice": "mouse",
    "feet": "foot",
    "theses": "thesis",
    "analyses": "analysis",
    "bases": "base",
    "crises": "crisis",
    "indices": "index",
    "matrices": "matrix",
    "lives": "life",
    "halves": "half",
    "wives": "wife",
    "leaves": "leaf",
    "shelves": "shelf",
    "buses": "bus",
    "campuses": "campus",
    "series": "series",
    "species": "species",
    "headquarters": "headquarters",
    "personnel": "personnel",
    "staff": "staff",
    "faculty": "faculty",
    "police": "police",
    "youth": "youth",
    "mu": "mu",
    "yuan": "yuan",
    "renminbi": "yuan",
    "baht": "baht",
    "dong": "dong",
    "kip": "kip",
    "ringgit": "ringgit",
    "rupiah": "rupiah",
    "riel": "riel",
    "kyat": "kyat",
    "aircraft": "aircraft",
    "livestock": "livestock",
    "talent": "talent",
    "faculty-members": "faculty",
    "percent": "percent",
    "manpower": "manpower",
    "courseware": "courseware",
    "equipment": "equipment",
    "software": "software",
}
_BRITISH = {
    "program": "programme",
    "center": "centre",
    "enrollment": "enrolment",
    "labor": "labour",
    "theater": "theatre",
    "license": "licence",
    "fulfillment": "fulfilment",
    "neighbor": "neighbour",
    "organization": "organisation",
    "specialization": "specialisation",
    "kilometer": "kilometre",
    "meter": "metre",
    "liter": "litre",
}


def singular(word: str) -> str:
    """Return the dictionary form of a noun, by its ending, in British spelling so that both spellings meet."""
    form = _singular(word)
    return _BRITISH.get(form, form[:-4] + "ised" if form.endswith("ized") and len(form) > 6 else form)


def _singular(word: str) -> str:
    low = word.lower().removesuffix("'s").partition("/")[0]
    if low in IRREGULAR_PLURALS:
        return IRREGULAR_PLURALS[low]
    if low in S_MODIFIERS:
        return low
    if low.endswith("ies") and len(low) > 4:
        return low[:-3] + "y"
    if low.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return low[:-2]
    if low.endswith("s") and not low.endswith(("ss", "us", "is")) and len(low) > 3:
        return low[:-1]
    return low


def is_plural(word: str) -> bool:
    """Return whether a lower-case word has the form of a plural noun."""
    if word in IRREGULAR_PLURALS:
        return True
    if word.endswith("'s") or word in S_MODIFIERS or word in SOFT_PLURALS or word in PURE_VERBS:
        return False
    return len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is", "ous"))


def may_end_plural(word: str) -> bool:
    """Return whether a lower-case word is a plural where it ends a phrase."""
    return word in SOFT_PLURALS or is_plural(word)
