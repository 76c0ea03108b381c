"""Numbers that are not figures: each rule names the reason, so that a wrong one can be found."""

from __future__ import annotations

import re

from guildbook.language.english import lexicon
from guildbook.language.english.closed import last_word
from guildbook.language.english.numbers import NumberSpan

_LIST_NUMBER = re.compile(
    r"[ \t*>-]*(?:\(?\d{1,2}(?:\.\d{1,2})*[.)、](?:\s|(?=[A-Z]))|\(\d{1,2}\)|\d{1,2}\.\d{1,2}(?:\.\d+)*\s(?=[A-Z]))"
)

# A number behind one of these, as printed, belongs to a name: "Phase 2", "Room 301", "Vision 2030".
_LABELS = frozenset(
    "No no Nos Number Vol vol Volume Issue Chapter Article Articles Section Sections Part Paragraph Appendix "
    "Annex Table Figure Fig Page page p pp "
    "Phase phase Stage stage Step step Version version Level level Grade grade Class Type Tier Category Form "
    "Line Route Highway Gate Floor Room "
    "Building Block Hall Booth Session Round Unit Module Lesson Lecture Topic Question Item Goal SDG SDGs Day "
    "Week Year Group Team Area Zone "
    "Terminal Platform Project Station Batch Industry Industrie Web China Vision Agenda Windows Boeing Airbus "
    "Formula Education Logistics Society "
    "Skills Horizon Strategy Plan Roadmap Decree Circular Resolution Directive Law Click Clicks Views Hits "
    "Reads Visits Editor Likes Comments "
    "Shares Times Font number ranked ranks ranking rank room booth gate lane Bus bus Metro metro Top top "
    "Fortune Global Task Workstream Pillar Axis "
    "Component Output Outcome Objective Priority Annexes Tables Figures Chapters Goals Targets Rooms Pages".split()
)
_BACK_REFERENCES = frozenset("these those both either neither our their its his her said above such".split())
_VAGUE = frozenset("several few many various every per no multiple".split())
_BEFORE_ONE = frozenset(
    "the this that no any each every which another number day some first last new good right next big as at "
    "from to step into than for like class "
    "page part volume world is was be their our his her its a an".split()
)
_FRACTION_AFTER = re.compile(
    r"[ -](?:half|halves|thirds?|fourths?|quarters?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?"
    r"|hundredths?|first|second)\b|[ -]years?[ -]olds?\b",
    re.IGNORECASE,
)
_STREET_AFTER = re.compile(
    r",?\s(?:[A-Z][\w'-]+\s){0,4}(?:Road|Rd|Street|St|Avenue|Ave|Lane|Boulevard|Blvd|Highway|Drive|Building"
    r"|Floor|Square|Way)\b(?=\s*(?:[,.;)\n]|$|(?:No|North|South|East|West|District|City)\b))"
)
_YEAR_BEFORE = re.compile(
    r"\b(?:in|since|by|of|from|until|till|to|during|before|after|year|late|early|mid|mid-|fiscal|academic"
    r"|through|for|spring|summer|autumn|winter|fall|the|end|copyright|©|\(c\)|reserved)\s*[,:(]?\s*$",
    re.IGNORECASE,
)
_ONE_AFTER = re.compile(
    r"(?:\s+(?:of|another|by|after|side|hand|day|time|thing|way|more time|that|who|can|should|must|may|would"
    r"|could|is|was|has|had|will|and only|or two|or more|to one|on one|could|might|"
    r"such|example|reason|word|corner|end|voice|heart|step|family|belt|road|body|point|aspect|kind|place|stop"
    r"|stone|another's|in|for|with|from|as|at|as well)\b|-|'s|,|\.|;|:|\)|$)",
    re.IGNORECASE,
)
_SOMEONE = re.compile(
    r"(?:\s+[\w-]+){1,4}?\s+(?:said|says|told|added|noted|explained|recalled|remarked|asked|commented|thinks"
    r"|believes|wrote|later|ago|earlier)\b"
)
# "30-member delegation" counts members; "three-year plan", "two-way", "5-axis" and "2-in-1" only describe.
_HYPHEN_COUNTED = re.compile(
    r"-(?!(?:year|month|day|week|hour|minute|night|decade|centur|quarter|semester|dimension|level|stor(?:e?y"
    r"|ied)|fold|part(?:y|ite)|side|point|step|stage|tier|lane|wheel"
    r"|stop|degree|third|fifth|tenth|track|prong|phase|term|round|credit|inch|volt|digit|speed|stroke|door|leg"
    r"|edge|cylinder|tone|face|hundredth|thousandth|carbon|waste"
    r"|tariff|emission|defect)\w*\b)(?!(?:in|to|by|on|off|up|and|of|a|way|star|time|old|axis|line|course|child"
    r"|size|man|go|class|half|based|related|ever|themed|first|second|fourth"
    r"|sixth|seventh|eighth|ninth|party|piece|pack|ply|bit|core)\b)[a-z]{2,}\b",
    re.IGNORECASE,
)
_IS_QUOTED_RATE = re.compile(r"\s?[A-Za-z$€ ]{0,14}=")
_SCALE = re.compile(r"\bscale (?:of|from) (?:\d+ to )?$", re.IGNORECASE)
_QUOTED_WORD = re.compile(r"[A-Za-z]+")
# "two or three courses" says that nobody counted.
_LOOSE_PAIR = re.compile(r"\s+or\s+(?:two|three|four|five|six|seven|eight|nine|ten)\b", re.IGNORECASE)
_LOOSE_PAIR_BEFORE = re.compile(r"\b(?:one|two|three|four|five|six|seven|eight|nine)\s+or\s+$", re.IGNORECASE)
# A dateline, a dash or a colon opens a sentence: what follows is capitalised without being a name.
_OPENS_CLAUSE = re.compile(r"(?:^|[-—:).!?*])\s*$")
# "ten years ago", "two months later" say when; "a three day meeting" says which.
_TIME_AWAY = re.compile(
    r"\s+(?:decades?|years?|months?|weeks?|days?|hours?|minutes?)\s+(?:ago|later|earlier|from now|before|hence|back)\b",
    re.IGNORECASE,
)
_TIME_ADJECTIVE = re.compile(r"\s+(?:[Yy]ear|[Mm]onth|[Ww]eek|[Dd]ay|[Hh]our|[Mm]inute)\s+[A-Za-z]")
_PLUS = re.compile(r"\s+plus\s+(?:one|two|three|four|five|six|n|\d)\b", re.IGNORECASE)
_PLUS_BEFORE = re.compile(r"\b(?:one|two|three|four|five|six|\d)\s+plus\s+$", re.IGNORECASE)
_IN_EVERY = re.compile(
    r"\s+(?:in|out of)\s+(?:every\s+)?(?:two|three|four|five|six|eight|ten|10|20|100"
    r"|a hundred)\b(?!\s+(?:countries|provinces|cities|regions|places))|\s+of\s+(?:10|ten|100)\b"
)
_ONE_OF = re.compile(r"\b(?:one|two|three|four|five|six|seven|eight|nine|[1-9])\s+of\s+$", re.IGNORECASE)
_ONE_IN = re.compile(
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|[1-9])\s+(?:in|out of)\s+(?:every\s+)?$", re.IGNORECASE
)
_VAGUE_OF = re.compile(r"\b(?:couple|tens|dozens|hundreds|thousands) of $", re.IGNORECASE)
_READING_TIME = re.compile(r"\s?min(?:ute)?s?\.?\s+(?:to\s+)?read\b", re.IGNORECASE)
_HYPHENATED = re.compile(r"-(?!plus\b|odd\b|\d)\w")
_LOWER_NOUN = re.compile(r"\s+[a-z]")
_AGE_BEFORE = re.compile(r"\b(?:is|are|was|were|be)\s(?:under|over|below|above)\s$")
_AGE_AFTER = re.compile(r"[.,;]|\s(?:and|or|when|at)\b|$")
_NAME_BEFORE = re.compile(r"[A-Z]\w+\s$")
# "Laos 12, Thailand 31": entries of a list, not names with a number.
_LISTED_BEFORE = re.compile(r"\d\s*(?:,|;|and|,\s*and)\s+[A-Z][\w ]*$")
_NOTHING_AFTER = re.compile(r"['\"]?\s?\W*$")
_GLUED_AFTER = re.compile(r"[A-Z][a-z]{2,}|(?:km|kg|mu|years?|months?|students?|people|teachers?|k|mn|bn)\b|[a-z]{4,}")
_GLUED_BEFORE = re.compile(
    r"(?:than|over|about|nearly|almost|around|and|of|with|the|has|have|to|in|from|total|exceeds|reached)$",
    re.IGNORECASE,
)
_TIME_UNIT = re.compile(r"\s+(?:years?|months?|weeks?|days?|decades?)\b", re.IGNORECASE)
# "exceeds 100000": what is said to be more or less than something is no serial number.
_MEASURED_BEFORE = re.compile(r"\b(?:than|over|nearly|almost|exceed(?:s|ed|ing)?|reach(?:es|ed))\s$", re.IGNORECASE)
_RANGE_BEFORE = re.compile(r"\d\s?-$")
_RANGE_AFTER = re.compile(r"\s?%|\s?per\s?cent|\s[a-z]|-[a-z]")
_IDIOM_AFTER = re.compile(r"\s+(?:sides?|parties|peoples)\b", re.IGNORECASE)


def is_list_number(flat: str, paragraph_start: int, number: NumberSpan) -> bool:
    """Return whether the number only counts the items of a list or the sections of a document."""
    if number.in_words or number.start - paragraph_start > 8:
        return False
    match = _LIST_NUMBER.match(flat, paragraph_start)
    return bool(match and match.end() >= number.end)


def reason_against(flat: str, number: NumberSpan, sentence: tuple[int, int], *, money: bool = False) -> str | None:
    """Return why a number cannot be a figure by what touches it; None if nothing speaks against it."""
    if money:
        return None
    start, end = number.start, number.end
    before = flat[max(sentence[0], start - 40) : start]
    after = flat[end : min(sentence[1], end + 60)]
    word, gap = last_word(flat, sentence[0], start)
    if _IS_QUOTED_RATE.match(after) or before.rstrip().endswith("="):
        return "rate of exchange"
    if _SCALE.search(before):
        return "scale"
    if _in_quoted_name(before, after):
        return "name"
    if _TIME_AWAY.match(after) or (number.value != 1 and _TIME_ADJECTIVE.match(after)):
        return "point in time"
    if _is_proportion(number, before, after):
        return "proportion"
    if not number.in_words and word in _LABELS and len(gap) <= 2 and gap.strip(" ") in ("", ".", ":"):
        return "name"
    if number.in_words:
        return _reason_against_words(number, before, after, word.lower() if gap.isspace() else "")
    return _reason_against_digits(number, before, after, word.lower() if gap.isspace() else "")


def _in_quoted_name(before: str, after: str) -> bool:
    """Return whether the number stands in a short quotation of capitalised words: "100 Schools, 1,000 Teachers"."""
    opening, quote, lead = before.rpartition('"')
    body, closing, _ = after.partition('"')
    if not quote or not closing or (opening and opening[-1:].isalnum() and lead[:1].isspace()):
        return False
    words = [word for word in _QUOTED_WORD.findall(lead + " " + body) if len(word) > 3]
    return bool(words) and all(word[0].isupper() for word in words)


def _is_proportion(number: NumberSpan, before: str, after: str) -> bool:
    """Return whether the number is part of "nine in ten", "one out of every three"."""
    if number.value > 10 and number.value not in (20, 100):
        return False
    if number.value <= 9 and _IN_EVERY.match(after):
        return True
    if number.value in (10, 100) and _ONE_OF.search(before):
        return True
    return bool(_ONE_IN.search(before)) and number.value in (2, 3, 4, 5, 6, 8, 10, 20, 100)


def _reason_against_words(number: NumberSpan, before: str, after: str, word: str) -> str | None:
    low = number.printed.lower()
    if (after[:1] == "-" and not _HYPHEN_COUNTED.match(after)) or _FRACTION_AFTER.match(after):
        return "compound"
    if before.endswith("-") and not before.endswith(" -"):
        return "compound"
    if _PLUS.match(after) or _PLUS_BEFORE.search(before):
        return "sum"
    if _LOOSE_PAIR.match(after) or _LOOSE_PAIR_BEFORE.search(before):
        return "loose pair"
    if low in ("zero", "score", "hundred", "thousand", "million", "billion", "trillion", "dozen", "lakh", "crore"):
        return "vague"
    # "its five workshops" counts them; "its two sides", "its five years", "their three countries" point back.
    counted = word == "its" and low not in ("one", "two") and not _TIME_UNIT.match(after)
    if word in _VAGUE or (word in _BACK_REFERENCES and not counted) or _VAGUE_OF.search(before):
        return "vague or back-reference"
    if _IDIOM_AFTER.match(after) and low in ("two", "three", "four"):
        return "back-reference"
    if low == "one" and (_ONE_AFTER.match(after) or word in _BEFORE_ONE or _SOMEONE.match(after)):
        return "idiom"
    if number.printed[0].isupper() and not _OPENS_CLAUSE.search(before) and _name_goes_on(before, after):
        return "name"
    return None


def _name_goes_on(before: str, after: str) -> bool:
    """Return whether a capitalised number word stands inside a capitalised name, not at the head of a sentence."""
    follows = re.match(r"\s+([A-Z])", after)
    title_case = re.search(r"\b[A-Z][a-z]+\s+(?:[A-Z][a-z]+\s+)$", before)
    return bool(follows) and not title_case


def _reason_against_digits(number: NumberSpan, before: str, after: str, word: str) -> str | None:
    if _is_code(before, after):
        return "code"
    if _is_serial(number, after) and not _MEASURED_BEFORE.search(before):
        return "serial"
    if after[:1] == "-" and _HYPHENATED.match(after) and not _HYPHEN_COUNTED.match(after):
        return "compound"
    if _STREET_AFTER.match(after):
        return "address"
    if word in ("these", "those", "both") and _LOWER_NOUN.match(after):
        return "back-reference"
    if _READING_TIME.match(after) or (number.value == 24 and after.startswith(" hours a day")):
        return "idiom"
    if number.value < 100 and _AGE_BEFORE.search(before) and _AGE_AFTER.match(after):
        return "age"
    named = _NAME_BEFORE.search(before) and not _LISTED_BEFORE.search(before) and _NOTHING_AFTER.match(after)
    return "name" if named and word not in ("total", "students", "members") else None


def _is_serial(number: NumberSpan, after: str) -> bool:
    """Return whether digits are printed as no count is: long and unspaced, or with a leading zero."""
    digits = re.sub(r"\D", "", number.printed)
    if digits == number.printed and (len(digits) >= 8 or (len(digits) >= 6 and not _LOWER_NOUN.match(after))):
        return True
    return len(digits) > 1 and digits[0] == "0" and "." not in number.printed


def _is_code(before: str, after: str) -> bool:
    """Return whether letters or signs stick to the digits as in "5G", "B2B", "mp3", "12/B", "a_7"."""
    if after[:1].isalpha() and not _GLUED_AFTER.match(after):
        return True
    if before[-1:].isalpha() and not _GLUED_BEFORE.search(before):
        return True
    if after[:1] in ("/", "_", "=", "\\") and after[1:2].isalnum():
        return True
    if _RANGE_BEFORE.search(before) and _RANGE_AFTER.match(after):
        return False
    return before[-1:] in ("-", "/", "_", "#", "№", "=", "\\") and not before.endswith((" -", "--", "- "))


def looks_like_year(number: NumberSpan) -> bool:
    """Return whether a number is printed as a year would be."""
    return (
        not number.in_words
        and len(number.printed) == 4
        and number.printed.isdigit()
        and 1800 <= int(number.printed) <= 2099
    )


def is_year(flat: str, number: NumberSpan, sentence_start: int, *, counted: bool, qualified: bool) -> bool:
    """Return whether a year-like number is a year; `counted` when a plural noun follows it."""
    if not looks_like_year(number):
        return False
    if qualified and counted:
        return False
    before = flat[max(sentence_start, number.start - 20) : number.start]
    if not counted:
        return True
    if re.search(r"\b(?:total|totall?ing)\s+of\s+$", before):
        return False
    return bool(_YEAR_BEFORE.search(before)) or not before.strip()


def is_scheme_name(words: list[str]) -> bool:
    """Return whether a capitalised phrase behind a number names a plan or project: "1,000 Villages Programme"."""
    return bool(words) and words[0][:1].isupper() and words[-1].lower() in lexicon.SCHEME_HEADS
