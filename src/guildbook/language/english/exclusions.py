"""Numbers that are not figures: each rule names the reason, so that a wrong one can be found."""

from __future__ import annotations

import re
from collections.abc import Iterable

from guildbook.language.english import lexicon
from guildbook.language.english.numbers import NumberSpan

_UNWANTED = re.compile(
    "|".join(
        (
            r"(?P<address>(?:https?://|www\.)\S{1,400}|(?<![\w.+-])[\w.+-]{1,64}@[\w.-]{1,100}|(?<![\w-])[\w-]{1,63}\.(?:com|org|net|edu|gov|cn|htm|html|pdf|docx?)\b\S{0,200})",
            r"(?P<clock>\b\d{1,2}[:.]\d{2}(?::\d{2})?\s?(?:a\.?m\b|p\.?m\b)\.?|\b\d{1,2}:\d{2}(?::\d{2})?\b|\b\d{1,2}\s?(?:a\.?m\b|p\.?m\b|o'clock)\.?)",
            r"(?P<phone>(?:\b(?:tel|telephone|phone|fax|mobile|hotline|call|contact|whatsapp|qq|wechat)\b\.?(?:\s?(?:no|number)\b\.?)?\s?[:.]?\s?)\+?[\d()][\d\s()/-]{4,30}\d"
            r"|\+\d{1,3}[\s-][\d\s()-]{5,30}\d|\(0\d{2,4}\)\s?\d[\d\s-]{4,30}\d|\b0\d{2,4}-\d{6,8}\b|\b\d{3}-\d{3,4}-\d{4}\b|\b1[3-9]\d{9}\b)",
            r"(?P<serial>(?<![A-Za-z])(?:备案|备|证|许可证|ICP|icp|ISBN|ISSN|DOI|CN|No|NO|Nos|no|№|#|license|licence|reg(?:istration)?|ref|doi|serial|document|order|decree|resolution|circular)"
            r"(?:\s?(?:号|number|No)\b)?\s?[.:：]?\s?[\d][\dXx./()-]*(?:号)?(?:-\d+)?)",
            r"(?P<postcode>\b(?:postcode|post code|postal code|zip(?: code)?|p\.?\s?o\.?\s?box|box)\s?[:.]?\s?\d{3,6}\b)",
            r"(?P<caption>\b(?:[Pp]hoto|[Pp]age|[Ss]lide|[Ii]mage|[Pp]icture|[Ss]tep|[Pp]art)s?\s\d+(?:\s(?:of|/)\s\d+)?\b)",
            r"(?P<bracket>\[\d{1,3}(?:[,-]\s?\d{1,3})*\])",
            r"(?P<version>\b[vV](?:er(?:sion)?)?\.?\s?\d+(?:\.\d+)*\b|\b\d{1,9}\.\d{1,9}\.\d{1,9}(?:\.\d{1,9}){0,9}\b)",
            r"(?P<sum>\b\d+\s?\+\s?(?:\d|[A-Z]\b)(?:\s?\+\s?\w)*|\b[A-Z]+\s?\+\s?\d+\b)",
            r"(?P<ratio>\b\d+(?:\.\d+)?\s?:\s?\d+(?:\.\d+)?\b)",
            r"(?P<fraction>(?<![\d/])\d{1,2}/\d{1,3}(?![\d/])|\b(?:one|two|three|four|five|six|seven|eight|nine)[ -](?:half|halves|thirds?|fourths?|quarters?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?|hundredths?)\b)",
            r"(?P<ordinal>\b\d+(?:st|nd|rd|th)\b|\b(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)[ -](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)\b)",
            r"(?P<age>\b(?:aged?|ages)\s(?:of\s)?(?:between\s)?\d{1,3}(?:\s?(?:-|to|and)\s?\d{1,3})?\b|(?<![\w-])[\w-]{1,30}[- ]years?[- ]olds?\b|\b\d{1,3}\s?(?:-|to)\s?\d{1,3}[- ]year-olds?\b|,\s\d{2},(?=\s[a-z]))",
            r"(?P<score>\b(?:won|beat|defeated|lost|drew|score)\s(?:by\s)?\d+-\d+\b)",
            r"(?P<wordname>(?<![A-Za-z-])[A-Za-z]{1,40}-\d+[A-Za-z]?\b(?!-))",
        )
    ),
)
_LIST_NUMBER = re.compile(r"[ \t*>-]*(?:\(?\d{1,2}(?:\.\d{1,2})*[.)、](?:\s|(?=[A-Z]))|\(\d{1,2}\)|\d{1,2}\.\d{1,2}(?:\.\d+)*\s(?=[A-Z]))")

_BEFORE_NUMBER = re.compile(
    r"(?:\b(?:No|no|Nos|Number|Vol|vol|Volume|Issue|Chapter|Article|Articles|Section|Sections|Part|Paragraph|Appendix|Annex|Table|Figure|Fig|Page|page|pp?"
    r"|Phase|phase|Stage|stage|Step|step|Version|version|Level|level|Grade|grade|Class|Type|Tier|Category|Form|Line|Route|Highway|Gate|Floor|Room|Building|Block|Hall|Booth"
    r"|Session|Round|Unit|Module|Lesson|Lecture|Topic|Question|Item|Goal|SDG|SDGs|Day|Week|Year|Group|Team|Area|Zone|Terminal|Platform|Project|Station|Batch|Category"
    r"|Industry|Industrie|Web|China|Vision|Agenda|Windows|Boeing|Airbus|Formula|Education|Logistics|Society|Skills|Horizon|Strategy|Plan|Roadmap|Decree|Circular|Resolution|Directive|Law"
    r"|Click|Clicks|Views|Hits|Reads|Visits|Editor|Likes|Comments|Shares|Click times|Times|Font|number|ranked|ranks|ranking|rank|room|booth|gate|lane|Bus|bus|Metro|metro)"
    r"|\b[Tt]op|\bFortune|\bGlobal|\bChina)[.:]?\s?$"
)
_STREET_AFTER = re.compile(r",?\s(?:[A-Z][\w'-]+\s){0,4}(?:Road|Rd|Street|St|Avenue|Ave|Lane|Boulevard|Blvd|Highway|Drive|Building|Floor|Square|Way)\b(?=\s*(?:[,.;)\n]|$|(?:No|North|South|East|West|District|City)\b))")
_PLURAL_BACK_REFERENCE = re.compile(r"\b(?:these|those|both|either|neither|our|their|its|his|her|the said|the above|such)\s+$", re.IGNORECASE)
_YEAR_BEFORE = re.compile(
    r"\b(?:in|since|by|of|from|until|till|to|during|before|after|year|late|early|mid|mid-|fiscal|academic|through|for|spring|summer|autumn|winter|fall|the|end|copyright|©|\(c\)|reserved)\s*[,:(]?\s*$",
    re.IGNORECASE,
)
_VAGUE_BEFORE = re.compile(r"\b(?:several|few|many|couple(?: of)?|various|every|per|no|tens of|dozens of|hundreds of|thousands of|multiple)\s+$", re.IGNORECASE)
_ONE_AFTER = re.compile(
    r"(?:\s+(?:of|another|by|after|side|hand|day|time|thing|way|more time|that|who|can|should|must|may|would|could|is|was|has|had|will|and only|or two|or more|to one|on one|could|might|"
    r"such|example|reason|word|corner|end|voice|heart|step|family|belt|road|body|point|aspect|kind|place|stop|stone|another's|in|for|with|from|as|at|as well)\b|-|'s|,|\.|;|:|\)|$)",
    re.IGNORECASE,
)
_SOMEONE = re.compile(r"(?:\s+[\w-]+){1,4}?\s+(?:said|says|told|added|noted|explained|recalled|remarked|asked|commented|thinks|believes|wrote|later|ago|earlier)\b")
_ONE_BEFORE = re.compile(
    r"\b(?:the|this|that|no|any|each|every|which|another|number|day|some|every|first|last|new|good|right|next|big|as|at|from|to|step|into|than|for|like|class|page|part|volume|world|is|was|be|their|our|his|her|its|a|an)\s+$",
    re.IGNORECASE,
)
# "30-member delegation" counts members; "three-year plan", "two-way", "5-axis" and "2-in-1" only describe.
_HYPHEN_COUNTED = re.compile(
    r"-(?!(?:year|month|day|week|hour|minute|night|decade|century|quarter|semester|way|dimension|level|star|stor(?:e?y|ied)|fold|part(?:y|ite)|sided|point|step|stage|tier|lane|wheel"
    r"|stop|time|old|axis|degree|in|to|by|on|off|up|and|of|a|half|third|quarter|fifth|tenth|track|pronged|line|phase|term|round|credit|inch|volt|digit|speed|stroke|door|legged|edged|track"
    r"|cylinder|course|child|size|man|tone|go|class|faced|hundredth|thousandth|party|carbon|waste|tariff|emission|defect|based|related|ever|themed)\w*\b)[a-z]{2,}\b",
    re.IGNORECASE,
)
_IDIOM_AFTER = re.compile(r"\s+(?:sides?|parties|peoples)\b", re.IGNORECASE)


def find_unwanted(flat: str, stretches: Iterable[tuple[int, int]]) -> list[tuple[int, int, str]]:
    """Return the places of the given stretches of text whose numbers are never figures, with the reason, in order."""
    return [(m.start(), m.end(), m.lastgroup or "") for start, end in stretches for m in _UNWANTED.finditer(flat, start, end)]


def is_list_number(flat: str, paragraph_start: int, number: NumberSpan) -> bool:
    """Return whether the number only counts the items of a list or the sections of a document."""
    if number.in_words or number.start - paragraph_start > 8:
        return False
    match = _LIST_NUMBER.match(flat, paragraph_start)
    return bool(match and match.end() >= number.end)


def reason_against(flat: str, number: NumberSpan, sentence: tuple[int, int], *, money: bool = False) -> str | None:
    """Return why a number cannot be a figure by what touches it; None if nothing speaks against it."""
    start, end = number.start, number.end
    before = flat[max(sentence[0], start - 40) : start]
    after = flat[end : min(sentence[1], end + 60)]
    if number.in_words:
        return _reason_against_words(number, before, after)
    return None if money else _reason_against_digits(number, before, after)


def _reason_against_words(number: NumberSpan, before: str, after: str) -> str | None:
    low = number.printed.lower()
    if after[:1] == "-" and not _HYPHEN_COUNTED.match(after):
        return "compound"
    if before.endswith("-") and not before.endswith(" -"):
        return "compound"
    if re.match(r"\s+(?:in|out of)\s+(?:every\s+)?(?:two|three|four|five|six|eight|ten|10|20|100|a hundred)\b", after) and number.value <= 10:
        return "proportion"
    if re.search(r"\b(?:one|two|three|four|five|six|seven|eight|nine)\s+(?:in|out of)\s+(?:every\s+)?$", before):
        return "proportion"
    if low == "zero":
        return "idiom"
    if low in ("score", "hundred", "thousand", "million", "billion", "trillion", "dozen", "lakh", "crore"):
        return "vague"
    if _VAGUE_BEFORE.search(before) or _PLURAL_BACK_REFERENCE.search(before):
        return "vague or back-reference"
    if _IDIOM_AFTER.match(after) and low in ("two", "three", "four"):
        return "back-reference"
    if low == "one" and (_ONE_AFTER.match(after) or _ONE_BEFORE.search(before)):
        return "idiom"
    if low == "one" and _SOMEONE.match(after):
        return "somebody"
    if number.printed[0].isupper() and before.strip() and _name_goes_on(before, after):
        return "name"
    if before[-1:] in "\"'" and before and number.printed[0].isupper():
        return "name"
    if _BEFORE_NUMBER.search(before):
        return "name"
    return None


def _name_goes_on(before: str, after: str) -> bool:
    """Return whether a capitalised number word stands inside a capitalised name, not at the head of a sentence."""
    follows = re.match(r"\s+([A-Z])", after)
    title_case = re.search(r"\b[A-Z][a-z]+\s+(?:[A-Z][a-z]+\s+)$", before)
    return bool(follows) and not title_case


def _reason_against_digits(number: NumberSpan, before: str, after: str) -> str | None:
    if re.search(r"\b(?:one|two|three|four|five|six|seven|eight|nine|[1-9])\s+(?:in|out of)\s+(?:every\s+)?$", before) and number.value in (2, 3, 4, 5, 10, 20, 100):
        return "proportion"
    if re.match(r"\s+(?:in|out of)\s+(?:every\s+)?(?:two|three|four|five|ten|10|100)\b", after) and number.value <= 9:
        return "proportion"
    if re.match(r"\s+hours\s+a\s+day\b", after) and number.value == 24:
        return "idiom"
    if re.match(r"[A-Za-z]", after) and not re.match(r"[A-Z][a-z]|(?:km|kg|mu|years?|months?|students?|people|teachers?)\b|[a-z]{4,}", after):
        return "code"
    if before[-1:].isalpha() and not re.search(r"(?:[a-z]{2,})$", before):
        return "code"
    if before[-1:].isalpha() and not re.search(r"(?:than|over|about|nearly|almost|around|and|of|with|the|has|have|to|in|from|total|exceeds|reached)$", before, re.IGNORECASE):
        return "code"
    if re.search(r"\b(?:is|are|was|were|be)\s(?:under|over|below|above)\s$", before) and re.match(r"[.,;]|\s(?:and|or|when|at)\b|$", after) and number.value < 100:
        return "age"
    if re.search(r"\d\s?-$", before) and re.match(r"\s?%|\s?per\s?cent|\s[a-z]|-[a-z]", after):
        return None
    if before.endswith(("-", "/", "_", "#", "№", "=", "\\")) and not before.endswith((" -", "--", "- ")):
        return "code"
    if after[:1] in ("/", "_", "=", "\\") and after[1:2].isalnum():
        return "code"
    if after[:1] == "-" and re.match(r"-\w", after) and not _HYPHEN_COUNTED.match(after) and not re.match(r"-(?:plus|odd|\d)", after):
        return "compound"
    digits = re.sub(r"\D", "", number.printed)
    if digits == number.printed and len(digits) >= 8:
        return "serial"
    if len(digits) > 1 and digits[0] == "0" and "." not in number.printed:
        return "serial"
    if _BEFORE_NUMBER.search(before):
        return "name"
    if _STREET_AFTER.match(after):
        return "address"
    if _PLURAL_BACK_REFERENCE.search(before) and re.match(r"\s+[a-z]", after) and re.search(r"\b(?:these|those|both)\s+$", before, re.IGNORECASE):
        return "back-reference"
    if re.match(r"['\"]?\s?\W*$", after) and re.search(r"[A-Z]\w+\s$", before) and not before.rstrip().endswith(("Total", "Students")):
        return "name"
    return None


def looks_like_year(number: NumberSpan) -> bool:
    """Return whether a number is printed as a year would be."""
    return not number.in_words and len(number.printed) == 4 and number.printed.isdigit() and 1800 <= int(number.printed) <= 2099


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


def is_scheme_name(words: tuple[str, ...], printed: str) -> bool:
    """Return whether a capitalised phrase behind a number names a plan or project: "1,000 Villages Programme"."""
    return bool(words) and printed[:1].isupper() and words[-1].lower() in lexicon.SCHEME_HEADS
