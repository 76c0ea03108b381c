"""English words of this trade: what means the same, and what says nothing about the thing counted."""

import re

_SAME = """
school: school college university institution institute academy polytechnic
company: company enterprise firm business corporation
discipline: majors specialty speciality specialties specialities specialisation specialization discipline disciplines
programme: programme program course
teacher: teacher instructor lecturer trainer
personnel: personnel staff employee
worker: worker technician workforce
person: person participant attendee delegate guest representative
student: student learner pupil
country: country nation
city: city town
textbook: textbook coursebook
centre: centre center
base: base
craftsman: craftsman craftsmanship artisan
technology: technology technological
innovation: innovation innovative
curriculum: curriculum curricular
international: international internationalized internationalised internationalize internationalise
local: localized localised local
abroad: abroad overseas foreign
sister: sister friendship twin twinned friendly
founding: founding founder founders
member: member join joined joining belong
attend: attend attended attending participate gather gathered drew draw attracted
accept: accept admit recruit enroll enrol receive host
adopt: adopt use utilize utilise apply
train: train training
china: china chinese sino
vietnam: vietnam vietnamese
laos: laos lao
thailand: thailand thai
cambodia: cambodia cambodian
myanmar: myanmar burmese
indonesia: indonesia indonesian
malaysia: malaysia malaysian
japan: japan japanese
korea: korea korean
director: director governing
outlet: outlet newspaper broadcaster
goal: goal objective aim
agreement: agreement contract memorandum mou
organisation: organisation organization body
"""

SAME = {
    word: concept
    for line in _SAME.strip().splitlines()
    for concept, found in [line.split(": ")]
    for word in found.split()
}

# Words that do not tell one counted thing from another.
GENERIC = frozenset(
    """
    a an the this that these those its their his her our of in on at by for to with from within and or as per which who
    where have has had is are was were be been it they them there will would can could should may
    total number various different several many other another new existing current enrolled enrol registered
    established establish set up found founded build built open opened launch launched create created run operate offer
    offered offering provide provided providing deliver formulated formulate develop developed jointly joint make made
    main key major well-known famous renowned high quality level first so far now already also more than over about
    around nearly almost some world worldwide global year years annually annual yearly each every month up under region
    regions area areas available related relevant respective such including include special good better best large
    great important leading top big whole all both any drive promote further involved altogether currently sign signed
    accommodate one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million dozen
    """.split()
)

# Nouns that only hold the noun behind “of”.
CONTAINERS = frozenset("pair group batch kind type set number total series range variety team lot dozen host".split())

# Foreign students are those from abroad; a foreign country is abroad.
PAIRS = {
    ("international", "student"): ("foreign-student", "student"),
    ("abroad", "student"): ("foreign-student", "student"),
    ("abroad", "country"): ("abroad", ""),
    ("from", "abroad"): ("", "foreign-student"),
}

IRREGULAR = {
    "people": "person",
    "men": "man",
    "women": "woman",
    "children": "child",
    "curricula": "curriculum",
    "bases": "base",
    "memoranda": "memorandum",
    "criteria": "criterion",
    "craftsmen": "craftsman",
    "used": "use",
    "using": "use",
}
# Words whose endings are no endings.
INVARIABLE = frozenset("personnel business overseas series species news media".split())

# Words that make the noun phrase behind a number's doer.
AGENT_MARKERS = ("by", "by the")

# What may stand before the name that opens a sentence, and is then its subject.
OPENINGS = frozenset(
    {"", "the", "in", "in the", "across", "for", "throughout", "at", "also in", "and in"}
    | {"meanwhile,", "meanwhile, in", "currently,", "moreover,", "so far,", "in contrast,"}
)

# What may stand between one figure and the name that the next one is of (“…, while Yunnan has”).
CLAUSE_OPENING = re.compile(r"[\s,;]*(?:and|but|while|whereas|as|with)?\s*(?:the\s+|in\s+)?\Z", re.IGNORECASE)

# A capital word behind a place that leaves it a place, and one that makes it a public body speaking for the place.
PLACE_WORDS = frozenset(
    "Zhuang Autonomous Region Province Provincial City Municipality Municipal State Special Administrative Republic "
    "Kingdom Uygur Hui".split()
)
PUBLIC_WORDS = frozenset(
    "Department Bureau Office Government Commission Committee Ministry Party People Education Foreign Affairs "
    "Authorities Administration".split()
)
BODY_WORDS = frozenset(
    "University College School Institute Academy Bank Association Alliance Company Group Federation League Polytechnic "
    "Union Council Conference Forum Corporation Hospital Center Centre Workshop Base Park Zone Port Expo Fair Network "
    "Foundation Society".split()
)

# Nouns that point back to a place of some rank, to a body, or to an event.
RANKS = {
    "region": frozenset({"province", "group"}),
    "province": frozenset({"province"}),
    "city": frozenset({"city", "province"}),
    "municipality": frozenset({"city", "province"}),
    "country": frozenset({"country"}),
}
BODIES = frozenset(
    "alliance college university school institute institution academy centre center association federation union "
    "network consortium bloc group company organisation organization council league polytechnic foundation".split()
)
# A sentence that opens with one such body, unnamed (“The college has …”); several (“The colleges …”) are its subject's.
BODY_OPENING = re.compile(rf"(?:the|this|our)\s+(?:[a-z-]+\s+){{0,2}}?({'|'.join(sorted(BODIES))})\b", re.IGNORECASE)
GATHERINGS = frozenset("forum conference meeting summit expo event ceremony trip visit".split())

# Months as they stand before days: capitals without being names.
MONTHS = frozenset("jan feb mar apr may jun jul aug sep sept oct nov dec".split())

# Ends of words that begin a sentence in capitals without being names.
COMMON_ENDS = tuple("tion sion ment ness ity ing ers ors ents ants ists ives ies ships als ly ees ings ses".split())
