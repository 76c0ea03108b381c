"""English words that a noun phrase leans on; closed classes in full, open classes as far as press texts go."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


DETERMINERS = _words("a an the this that these those its their his her our my your each every all both some any no such another")
PRONOUNS = _words("i you he she it we they them us him me who whom which what there themselves itself one's ours theirs")
PREPOSITIONS = _words(
    "of in on at by for from to with within without into onto under over across among between through during since until "
    "after before against above below beneath off along around about as than via per beyond beside besides including towards toward throughout "
    "despite outside inside near upon like versus excluding covering regarding concerning following amid while whereas"
)
CONJUNCTIONS = _words("and or but nor so yet because if when where although though whether that plus")
AUXILIARIES = _words(
    "is are was were be been being am has have had having do does did will would shall should can could may might must "
    "isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't can't cannot"
)
ADVERBS = _words(
    "also now currently already still respectively annually yearly monthly weekly daily alone altogether abroad overseas here there "
    "not only just even too then thus however therefore meanwhile moreover furthermore additionally jointly together so far year-on-year year-over-year "
    "up out off ago later earlier worldwide nationwide globally recently last next once again more less each apart away onwards onward"
)
# Words that may be adverb or adjective: they stay inside a phrase when a noun follows.
ADVERB_OR_ADJECTIVE = _words("overseas abroad daily weekly monthly yearly more online offline less then last next newly highly so-called only")

# Finite verbs seen behind counted nouns; "-ed" forms are dealt with by their ending.
# Forms in -s that are never plural nouns.
PURE_VERBS = _words(
    "includes comes provides becomes participates attends takes gets exceeds receives belongs teaches applies continues remains gives goes does makes "
    "says enters serves holds boasts brings allows requires enables ensures represents consists comprises contains creates has is was aims does speaks "
    "agrees graduates' gathers joins helps needs' wants meets runs' rises grows stands totals"
)
VERBS = _words(
    "began begun came come comes become became did does done drew drawn fell fallen found gave given go goes goes going gone grew grown held "
    "kept knew known led left made make makes met paid put ran rose risen said say says saw seen sent set spent stood stand stands took taken "
    "taught told thought went won written wrote built bought brought got cover covers offer offers provide provides "
    "include includes participate participates attend attends join joins take takes want need needs represent represents "
    "come work works study studies receive receives serve serves visit visits enter enters play plays help helps use uses get gets "
    "account accounts exceed exceeds total totals number numbers reach reaches hit remain remains say according due "
    "follow follows benefit benefits boast boasts benefit operate operates hold holds gather gathers sign signs belong belongs "
    "teach teaches live lives apply applies graduate graduates support supports train trains start starts continue continues show shows "
    "range ranges vary varies differ cost costs speak speaks agree agrees turn turns find finds leave leaves chose choose chosen"
)
# "-ing" and "-ed" words that stand before nouns as adjectives rather than after them as verbs.
PARTICIPLE_ADJECTIVES = _words(
    "training teaching learning engineering manufacturing processing building banking nursing farming fishing mining accounting "
    "marketing planning testing working participating cooperating supporting leading existing remaining emerging developing developed "
    "founding governing executing sending receiving visiting incoming outgoing returning neighbouring neighboring partnering running "
    "skilled advanced related enrolled registered accredited certified qualified selected invited internationalized internationalised localized "
    "localised integrated joint-funded newly-built unified limited united detailed dedicated talented associated affiliated specialized "
    "specialised experienced displaced disabled retired unemployed employed so-called renowned combined increased updated revised "
    "proposed planned completed required recognized recognised funded trained educated designated approved established signed published "
    "outstanding promising pioneering driving welding tailoring catering broadcasting printing shipping housing logistics-related "
    "ongoing upcoming continuing matching competing contributing supervising coordinating "
    "additional overseas-funded state-owned listed licensed licenced interested concerned shared digitised digitized"
)
# Plural or s-ending forms that modify a following noun: "sports colleges", "two arts schools".
S_MODIFIERS = _words(
    "sports arts sales logistics communications telecommunications economics electronics mathematics physics mechanics robotics "
    "ethics politics statistics analytics informatics business express access process progress news overseas wireless campus status "
    "class glass cross mass press tourism-services services goods textiles materials languages studies skills systems operations human-resources "
    "aerospace railways cross-border various previous serious religious indigenous famous continuous prestigious precious numerous "
    "industrious pious series species chinese analysis basis bus virus focus consensus diagnosis crisis thesis gas always perhaps mathematics' "
    "sciences affairs resources women's men's children's people's teachers' students' workers' youth's craftsmen's masters' master's "
    "bachelor's associate's world-class high-class first-class diversos us less success excess genius apparatus bonus census plus chorus lens "
    "humanities fitness wellness happiness illness"
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
MASS_HEADS = _words(
    "personnel staff faculty police youth talent manpower courseware equipment software mu yuan renminbi baht dong kip ringgit rupiah riel kyat "
    "aircraft livestock series species headquarters people children women men alumni curricula criteria"
)
# Heads of counted nouns that glued text runs into their neighbours ("100Chineseuniversities").
GLUED_HEADS = (
    "universities",
    "institutions",
    "organisations",
    "organizations",
    "enterprises",
    "companies",
    "colleges",
    "countries",
    "students",
    "teachers",
    "schools",
    "experts",
    "scholars",
    "delegates",
    "representatives",
    "participants",
    "members",
    "leaders",
    "guests",
    "people",
    "cities",
    "regions",
    "provinces",
    "programmes",
    "programs",
    "projects",
    "majors",
    "courses",
    "standards",
    "textbooks",
    "workshops",
    "centres",
    "centers",
    "bases",
    "trainees",
    "graduates",
    "workers",
    "units",
    "agreements",
)
TIME_UNITS = {
    "year": "year",
    "month": "month",
    "week": "week",
    "day": "day",
    "hour": "hour",
    "minute": "minute",
    "decade": "decade",
    "century": "century",
    "semester": "semester",
    "quarter": "quarter",
    "second": "second",
}
MEASURES = {
    "percent": "percent",
    "kilometre": "kilometre",
    "kilometer": "kilometre",
    "km": "kilometre",
    "metre": "metre",
    "meter": "metre",
    "hectare": "hectare",
    "mu": "mu",
    "tonne": "tonne",
    "ton": "tonne",
    "kilogram": "kilogram",
    "kg": "kilogram",
}
CURRENCIES = {
    "yuan": "CNY",
    "renminbi": "CNY",
    "rmb": "CNY",
    "cny": "CNY",
    "dollar": "USD",
    "usd": "USD",
    "euro": "EUR",
    "eur": "EUR",
    "pound": "GBP",
    "gbp": "GBP",
    "baht": "THB",
    "thb": "THB",
    "dong": "VND",
    "vnd": "VND",
    "kip": "LAK",
    "lak": "LAK",
    "riel": "KHR",
    "khr": "KHR",
    "ringgit": "MYR",
    "myr": "MYR",
    "rupiah": "IDR",
    "idr": "IDR",
    "peso": "PHP",
    "php": "PHP",
    "kyat": "MMK",
    "mmk": "MMK",
    "yen": "JPY",
    "jpy": "JPY",
    "won": "KRW",
    "krw": "KRW",
    "sgd": "SGD",
}
CURRENCY_SIGNS = {
    "us$": "USD",
    "$": "USD",
    "€": "EUR",
    "£": "GBP",
    "¥": "CNY",
    "rm": "MYR",
    "rp": "IDR",
    "฿": "THB",
    "₫": "VND",
    "s$": "SGD",
    "₱": "PHP",
}
# Names of schemes: a number inside a capitalised name that ends so is part of the name.
SCHEME_HEADS = _words(
    "plan plans programme program project initiative initiatives action actions scheme strategy policy campaign agenda award awards forum "
    "summit conference expo fair festival cup games scholarship fund route corridor circle belt road wishes mechanism model system list "
    "convention declaration framework day week decade league show mission congress session certificate games olympics"
)
PERSONS = _words(
    "person student teacher graduate learner trainee worker technician expert scholar delegate representative participant member guest leader principal "
    "official instructor trainer lecturer professor contestant applicant candidate employee staff personnel apprentice visitor ambassador minister farmer "
    "researcher scientist engineer craftsman alumnus woman man child youth talent volunteer entrepreneur recipient attendee diplomat academic speaker"
)
SPEECH_VERBS = _words("said says told added noted explained recalled remarked asked commented thinks believes wrote")


def is_function_word(word: str) -> bool:
    """Return whether a lower-case word ends a noun phrase by its class alone."""
    return (
        word in DETERMINERS
        or word in PRONOUNS
        or word in PREPOSITIONS
        or word in CONJUNCTIONS
        or word in AUXILIARIES
        or (word in ADVERBS and word not in ADVERB_OR_ADJECTIVE)
    )


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
    low = word.lower()
    if low.endswith("'s"):
        low = low[:-2]
    if low in IRREGULAR_PLURALS:
        return IRREGULAR_PLURALS[low]
    if low in S_MODIFIERS and low not in {
        "services", "goods", "materials", "languages", "studies", "skills", "systems", "operations", "resources", "sciences", "sales", "railways"
    }:  # fmt: skip
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
    if word.endswith("'s") or word in S_MODIFIERS or word in PURE_VERBS:
        return False
    return len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is", "ous"))
