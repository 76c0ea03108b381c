"""The addresses of every type of page: every list, a record of every kind, and the pages that stand alone."""

from guildbook.kit.record_types import record_types

# A record of the demo that has much to show; kinds the five texts do not speak of come from the conformance samples.
RECORDS = {
    "place": "guangxi",
    "city-link": "guilin-kumamoto",
    "organisation": "china-asean-transport",
    "person": "bui-manh-linh",
    "role": "bui-manh-linh-chairman",
    "source": "press-4",
    "field": "isced-0716",
    "indicator": "members",
    "claim": "press-0-01",
    "alliance": "ilstc",
    "membership": "chongqing-industry-polytechnic-college-in-ilstc",
    "agreement": "china-vietnam-new-energy-vehicle-institute-contract",
    "unit": "panda-college",
    "programme": "panda-college-vehicle-inspection-and-maintenance",
    "event": "china-vietnam-alliance-launch",
    "plan": "guangxi-2023-05",
    "target": "guangxi-2023-05-craftsman-colleges",
}
LISTS = [f"/{each.plural}/" for each in record_types()]
RECORD_PAGES = [f"/{each.plural}/{RECORDS.get(each.name, f'{each.name}-0')}" for each in record_types()]
OTHERS = [
    "/",
    "/map/",
    "/words/",
    "/latest/",
    "/sign-in",
    "/account/code",
    "/account/sign-up",
    "/search/",
    "/search/?q=guangxi",
    "/search/?q=nothing+has+this",
    "/figures/",
    "/figures/members?subject=alliance:ilstc",
    "/figures/member-countries?subject=alliance:ilstc",
    "/figures/students-abroad?subject=place:guangxi",
    "/agreements/idle",
    "/agreements/china-vietnam-new-energy-vehicle-institute-contract/compare",
    "/organisations/?kind=school",
    "/organisations/?q=nothing+has+this",
    "/alliances/china-vietnam-vocational-education-and-industry",
    "/alliances/ilstc/offices",
    "/alliances/ilstc/join",
    "/organisations/byd",
    "/units/panda-college/history",
    "/check",
]
MISSING = "/units/no-such-unit"
EVERY_PAGE = [*OTHERS, *LISTS, *RECORD_PAGES]
# Every language of the interface and the locale of a browser that prefers it.
LANGUAGES = {"en": "en-GB", "zh-hans": "zh-CN", "vi": "vi-VN", "th": "th-TH", "lo": "lo-LA", "id": "id-ID"}
# Two languages are walked in full; the markup of the others is the same, so that theirs are the pages where
# long words, tall letters and other widths show: every kind of layout once.
IN_FULL = ("en", "zh-hans")
WALKED = [
    "/",
    "/map/",
    "/words/",
    "/sign-in",
    "/search/?q=guangxi",
    "/figures/members?subject=alliance:ilstc",
    "/organisations/?kind=school",
    "/memberships/",
    "/alliances/ilstc",
    "/agreements/china-vietnam-new-energy-vehicle-institute-contract",
    "/events/china-vietnam-alliance-launch",
    "/standards/standard-0",
]
IN_LANGUAGES = [
    (language, address) for language in LANGUAGES for address in (EVERY_PAGE if language in IN_FULL else WALKED)
]
FOR_STAFF = [
    "/rounds/mine",
    "/rounds/start",
    "/notices/",
    "/notices/settings",
    "/notices/letters",
    "/alliances/ilstc/applications",
    "/alliances/ilstc/terms",
    "/memberships/membership-0/term",
    "/desk/",
    "/reviews/",
    "/units/panda-college/history",
    "/account/",
    "/account/addresses",
    "/organisations/new",
    "/events/china-vietnam-alliance-launch/edit",
    "/units/panda-college",
    "/claims/new",
    "/organisations/byd/people",
    "/imports/",
    "/duplicates/",
    "/duplicates/merge?kept=guangxi-construction-college&gone=guangxi-transport-college",
]
