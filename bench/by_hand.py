# ruff: noqa: S608 - the SQL is put together of the constants below
"""The standard indicators as somebody who knows the tables would write them in SQL: the yardstick of bench/figures."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import connections

from guildbook.figures.verdicts import Period, apart, bears_out, compare, period_of

CHINA = "(SELECT id FROM directory_place WHERE key = 'china')"
ASEAN = (
    "(SELECT m.to_place_id FROM directory_place_members m JOIN directory_place g ON g.id = m.from_place_id"
    " WHERE g.key = 'asean')"
)


def live(table: str) -> str:
    """Published, begun and not ended."""
    return (
        f"{table}.status = 'published' AND ({table}.since_day IS NULL OR {table}.since_day <= :day)"
        f" AND ({table}.until_day IS NULL OR {table}.until_day >= :day)"
    )


@dataclass(frozen=True)
class Hand:
    """A count: FROM and WHERE, what is counted (`*` for rows), the alliance it belongs to, and the breakdowns.

    A breakdown or the alliance is a column, or a column and the joins it needs; with joins, rows are counted by `row`.
    """

    source: str
    where: str
    item: str = "*"
    row: str = ""
    alliance: str | tuple[str, str] = ""
    by: dict[str, str | tuple[str, str]] = field(default_factory=dict)
    number: str = ""

    def counted(self, many: bool) -> str:
        """The aggregate; distinct where a join can multiply rows."""
        if self.number:
            return f"COALESCE(SUM({self.number}), 0)"
        if self.item == "*":
            return f"COUNT(DISTINCT {self.row})" if many else "COUNT(*)"
        return f"COUNT(DISTINCT {self.item})"


@dataclass(frozen=True)
class Union:
    """Values of several selects of (value, alliance), each counted once."""

    selects: tuple[str, ...]
    asked_of_alliances: bool = True


MEMBERSHIP = "alliances_membership m JOIN directory_organisation o ON o.id = m.organisation_id"
MEMBER = f"{MEMBERSHIP} LEFT JOIN directory_place p ON p.id = o.place_id"
ADMITTED = f"{live('m')} AND m.state = 'admitted'"
SIGNED_UP = f"{live('m')} AND m.state IN ('applied', 'admitted')"
ABROAD = f"(p.country_id IS NULL OR p.country_id <> {CHINA})"
COUNTRY = "p.country_id"


OF_COUNTRY = ("p.country_id", "JOIN directory_place p ON p.id = o.place_id")


def members(where: str, item: str = "m.organisation_id", **by: str | tuple[str, str]) -> Hand:
    """A count over memberships; of places only where the count needs them."""
    source = MEMBER if "p." in where or COUNTRY in by.values() else MEMBERSHIP
    return Hand(source, where, item, "m.id", "m.alliance_id", dict(by))


UNIT = "units_unit u"
PLACED = f"{UNIT} LEFT JOIN directory_place p ON p.id = u.place_id"
WANTED = f"{live('u')} AND u.state IN ('planned', 'open')"
FIELD = ("f.field_id", "JOIN units_unit_fields f ON f.unit_id = u.id")
PARTNER = (
    "pp.country_id",
    (
        "JOIN units_unitpartner up ON up.unit_id = u.id AND (up.since_day IS NULL OR up.since_day <= :day)"
        " AND (up.until_day IS NULL OR up.until_day >= :day)"
        " JOIN directory_organisation po ON po.id = up.organisation_id JOIN directory_place pp ON pp.id = po.place_id"
    ),
)


def units(where: str, *by: str, item: str = "*") -> Hand:
    """A count over units."""
    placed = "p." in where or item == COUNTRY
    country = COUNTRY if placed else ("p.country_id", "JOIN directory_place p ON p.id = u.place_id")
    known: dict[str, str | tuple[str, str]] = {
        "country": country,
        "kind": "u.kind",
        "state": "u.state",
        "field": FIELD,
        "partner_country": PARTNER,
    }
    return Hand(
        PLACED if placed else UNIT,
        f"{WANTED} AND {where}",
        item,
        "u.id",
        "u.alliance_id",
        {name: known[name] for name in by},
    )


def unit_kind(*kinds: str) -> str:
    """Units of some kinds."""
    return f"u.kind IN ({', '.join(repr(kind) for kind in kinds)})"


BELONGS = ("m.alliance_id", f"JOIN alliances_membership m ON m.organisation_id = o.id AND {live('m')}")


def organisations(where: str, **by: str) -> Hand:
    """A count over organisations."""
    return Hand("directory_organisation o", f"{live('o')}{where}", "*", "o.id", BELONGS, {"country": OF_COUNTRY, **by})


ADOPTION = "standards_adoption a JOIN standards_standard s ON s.id = a.standard_id"
ADOPTED = f"{live('a')} AND a.country_id <> {CHINA}"


def adoptions(where: str = "", item: str = "a.standard_id", **by: str) -> Hand:
    """A count over adoptions."""
    return Hand(ADOPTION, ADOPTED + where, item, "a.id", "", dict(by))


AT_UNIT = "LEFT JOIN units_unit u ON u.id = g.unit_id"
AT_PLACE = f"{AT_UNIT} LEFT JOIN directory_place p ON p.id = u.place_id"
TAUGHT: dict[str, str | tuple[str, str]] = {"kind": "g.kind", "field": "g.field_id"}
AGREEMENT = "agreements_agreement a"
PARTY = (
    "pp.country_id",
    (
        "JOIN agreements_agreementparty ap ON ap.agreement_id = a.id JOIN directory_organisation po"
        " ON po.id = ap.organisation_id JOIN directory_place pp ON pp.id = po.place_id"
    ),
)
HELD = "e.status = 'published' AND (e.since_day IS NULL OR e.since_day <= :day)"
SHARED = ("sh.place_id", "JOIN programmes_resourceshare sh ON sh.resource_id = r.id")


def at_events(table: str, item: str) -> Hand:
    """Distinct values of a part of events."""
    return Hand(f"events_event e JOIN {table} t ON t.event_id = e.id", HELD, f"t.{item}", "e.id", "e.alliance_id")


def of_plans(table: str) -> Hand:
    """Parts of plans."""
    return Hand(f"plans_plan n JOIN {table} t ON t.plan_id = n.id", live("n"), "t.id", "n.id")


def member_countries(where: str, represented: str) -> Union:
    """Countries of members, named or only said to come from there."""
    said = (
        f"SELECT r.country_id, r.alliance_id FROM alliances_representedcountry r JOIN directory_organisation a"
        f" ON a.id = r.alliance_id WHERE {live('a')} AND (r.since_day IS NULL OR r.since_day <= :day)"
        f" AND (r.until_day IS NULL OR r.until_day >= :day){represented}"
    )
    return Union(
        (said, f"SELECT p.country_id, m.alliance_id FROM {MEMBER} WHERE {ADMITTED} AND p.country_id NOTNULL{where}")
    )


TARGETS = "plans_target t JOIN figures_indicator i ON i.id = t.indicator_id"
BY_HAND: dict[str, Hand | Union | None] = {
    "alliances": Hand(
        "directory_organisation o", f"o.kind = 'alliance' AND {live('o')}", row="o.id", by={"country": OF_COUNTRY}
    ),
    "members": members(ADMITTED, country=OF_COUNTRY, kind="o.kind", role="m.role"),
    "member-schools": members(f"{ADMITTED} AND o.kind = 'school'", country=OF_COUNTRY, role="m.role"),
    "member-companies": members(f"{ADMITTED} AND o.kind = 'company'", country=OF_COUNTRY, role="m.role"),
    "member-countries": member_countries("", ""),
    "countries-abroad-in-alliance": member_countries(f" AND {ABROAD}", f" AND r.country_id <> {CHINA}"),
    "schools-abroad-in-alliance": members(
        f"{SIGNED_UP} AND o.kind = 'school' AND {ABROAD}", country=COUNTRY, state="m.state"
    ),
    "schools-in-china-in-alliance": members(
        f"{SIGNED_UP} AND o.kind = 'school' AND p.country_id = {CHINA}", place="o.place_id", state="m.state"
    ),
    "cities-abroad-in-alliance": members(f"{SIGNED_UP} AND {ABROAD}", "o.place_id", country=COUNTRY),
    "cities-in-china-in-alliance": members(f"{SIGNED_UP} AND p.country_id = {CHINA}", "o.place_id"),
    "director-units": members(f"{ADMITTED} AND m.role = 'director'", country=OF_COUNTRY, kind="o.kind"),
    "founding-members": members(f"{ADMITTED} AND m.role = 'founder'", country=OF_COUNTRY, kind="o.kind"),
    "organisations": organisations("", kind="o.kind"),
    "schools": organisations(" AND o.kind = 'school'"),
    "companies": organisations(" AND o.kind = 'company'"),
    "people-in-roles": Hand("directory_role r", live("r"), "r.person_id", "r.id", "r.organisation_id"),
    "city-links": Hand("directory_citylink l", live("l")),
    "city-links-asean": Hand(
        "directory_citylink l JOIN directory_place p ON p.id = l.partner_id"
        " JOIN directory_place q ON q.id = l.place_id",
        f"{live('l')} AND (p.country_id IN {ASEAN} OR q.country_id IN {ASEAN})",
    ),
    "city-link-countries": Union(
        tuple(
            f"SELECT p.country_id, 0 FROM directory_citylink l JOIN directory_place p ON p.id = l.{end}"
            f" WHERE {live('l')}"
            for end in ("partner_id", "place_id")
        ),
        asked_of_alliances=False,
    ),
    "units": units("1", "kind", "state", "country", "partner_country", "field"),
    "unit-countries": units("1", item=COUNTRY),
    "overseas-schools": units(
        f"{unit_kind('overseas-school', 'joint-college')} AND {ABROAD}", "country", "kind", "state", "field"
    ),
    "joint-colleges": units(unit_kind("joint-college"), "country", "state", "field"),
    "training-bases": units(f"{unit_kind('training-base')} AND {ABROAD}", "country", "state", "field"),
    "workshops": units(unit_kind("workshop"), "country", "state", "field"),
    "workshop-countries": units(unit_kind("workshop"), item=COUNTRY),
    "craftsman-colleges": units(unit_kind("craftsman-college"), "state", "country", "partner_country", "field"),
    "technology-colleges": units(unit_kind("technology-college"), "state", "country", "partner_country", "field"),
    "research-units": units(unit_kind("research-centre", "experimental-station"), "kind", "country", "state", "field"),
    "research-centres": units(unit_kind("research-centre"), "country", "state", "field"),
    "experimental-stations": units(unit_kind("experimental-station"), "country", "state", "field"),
    "programmes": Hand(
        "programmes_programme g",
        live("g"),
        row="g.id",
        alliance=("u.alliance_id", AT_UNIT),
        by={**TAUGHT, "country": (COUNTRY, AT_PLACE)},
    ),
    "overseas-majors": Hand(
        f"programmes_programme g {AT_PLACE}",
        f"{live('g')} AND {ABROAD}",
        row="g.id",
        alliance="u.alliance_id",
        by={**TAUGHT, "country": COUNTRY},
    ),
    "standards": Hand("standards_standard s", live("s"), by={"kind": "s.kind", "field": "s.field_id"}),
    "standards-abroad": adoptions(kind="s.kind", country="a.country_id"),
    "adoption-countries": adoptions(item="a.country_id"),
    "professional-standards-abroad": adoptions(" AND s.kind = 'professional'", country="a.country_id"),
    "curriculum-standards-abroad": adoptions(" AND s.kind = 'curriculum'", country="a.country_id"),
    "job-standards-abroad": adoptions(" AND s.kind = 'job'", country="a.country_id"),
    "technical-standards-abroad": adoptions(" AND s.kind = 'technical'", country="a.country_id"),
    "textbooks": Hand(
        "programmes_resource r",
        f"{live('r')} AND r.kind = 'textbook'",
        row="r.id",
        by={"shared_country": SHARED, "field": "r.field_id"},
    ),
    "resources": Hand(
        "programmes_resource r",
        live("r"),
        row="r.id",
        by={"kind": "r.kind", "shared_country": SHARED, "field": "r.field_id"},
    ),
    "agreements-signed": Hand(
        AGREEMENT,
        f"{live('a')} AND a.state IN ('signed', 'in-force', 'ended')",
        row="a.id",
        alliance="a.alliance_id",
        by={"kind": "a.kind", "party_country": PARTY, "state": "a.state"},
    ),
    "agreements-in-force": Hand(
        AGREEMENT,
        f"{live('a')} AND a.state = 'in-force'",
        row="a.id",
        alliance="a.alliance_id",
        by={"kind": "a.kind", "party_country": PARTY},
    ),
    "events": Hand(
        "events_event e",
        HELD,
        row="e.id",
        alliance="e.alliance_id",
        by={"kind": "e.kind", "country": (COUNTRY, "JOIN directory_place p ON p.id = e.place_id")},
    ),
    "speakers": at_events("events_speech", "speaker_id"),
    "people-attending": Union(
        tuple(
            f"SELECT t.{who}, e.alliance_id FROM events_event e JOIN {table} t ON t.event_id = e.id WHERE {HELD}"
            for table, who in (("events_attendance", "role_id"), ("events_speech", "speaker_id"))
        )
    ),
    "delegation-countries": at_events("events_delegation", "place_id"),
    "organisations-visited": at_events("events_stop", "organisation_id"),
    "media-outlets": at_events("events_coverage", "outlet_id"),
    "plans": Hand("plans_plan n", live("n")),
    "goals": of_plans("plans_goal"),
    "tasks": of_plans("plans_task"),
    "targets": Hand("plans_target t", live("t")),
    "target-craftsman-colleges": Hand(TARGETS, f"{live('t')} AND i.key = 'craftsman-colleges'", number="t.value"),
    "target-technology-colleges": Hand(TARGETS, f"{live('t')} AND i.key = 'technology-colleges'", number="t.value"),
    "sources": Hand("directory_source s", live("s"), by={"kind": "s.kind"}),
    "published-figures": Hand(
        "figures_claim c",
        f"{live('c')} AND c.basis = 'stated'",
        by={"source": "c.source_id", "indicator": "c.indicator_id", "qualifier": "c.qualifier"},
    ),
    # Answered by returns and claims alone.
    **dict.fromkeys(
        [
            "years-of-city-links",
            "students-abroad",
            "institutions-for-international-students",
            "majors-for-international-students",
            "international-students",
            "students-sent-abroad",
            "technical-workers-trained",
            "teachers-trained",
            "personnel-trained",
            "universities-attending",
            "enterprises-attending",
            "organisations-attending",
        ]
    ),
}
# Claims may be about an alliance although no record can answer for it.
CLAIMED_OF_ALLIANCES = {
    "students-abroad",
    "students-sent-abroad",
    "technical-workers-trained",
    "teachers-trained",
    "personnel-trained",
}

# What sources say of each alliance, as the engine orders it: stated first, then the newest, then by key.
SAID = """
SELECT c.subject_key, c.value, c.qualifier, c.basis, c.as_of, s.published
FROM figures_claim c JOIN directory_source s ON s.id = c.source_id
WHERE c.indicator_id = (SELECT id FROM figures_indicator WHERE key = :key) AND c.subject_type = 'alliance'
    AND c.status = 'published' AND c.value NOTNULL AND c.basis <> 'uncounted' AND s.status <> 'draft'
ORDER BY c.basis = 'stated' DESC, COALESCE(c.as_of_day, s.published_day) DESC, c.key
"""
LABELLED = {
    "country": "directory_place", "partner_country": "directory_place", "party_country": "directory_place",
    "shared_country": "directory_place", "place": "directory_place", "field": "directory_field",
    "source": "directory_source", "indicator": "figures_indicator",
}  # fmt: skip


def answers(key: str, alliances: list[str], day: date) -> dict[tuple[str, str, str], Any]:
    """Whole book, breakdowns, and alliances with what sources say of them."""
    hand = BY_HAND[key]
    params = {"day": day.isoformat(), "key": key}
    with connections["default"].cursor() as cursor:
        run = cursor.cursor.execute  # named parameters are sqlite3's own
        found: dict[tuple[str, str, str], Any] = {(key, "whole", ""): None}
        if isinstance(hand, Union):
            query = f"WITH t(value, alliance) AS ({' UNION '.join(hand.selects)}) SELECT COUNT(DISTINCT value) FROM t"
            (found[key, "whole", ""],) = run(query, params).fetchone()
        elif hand is not None:
            query = f"SELECT {hand.counted(many=False)} FROM {hand.source} WHERE {hand.where}"
            (found[key, "whole", ""],) = run(query, params).fetchone()
            for name, column in hand.by.items():
                found.update({(key, name, value): n for value, n in _grouped(run, hand, name, column, params)})
        of_alliances = hand.asked_of_alliances if isinstance(hand, Union) else bool(hand and hand.alliance)
        if of_alliances or key in CLAIMED_OF_ALLIANCES:
            counts = _by_alliance(run, hand, params) if of_alliances else {}
            said: dict[str, list[Any]] = {}
            for alliance, *claim in run(SAID, params):
                said.setdefault(alliance, []).append(claim)
            for alliance in alliances:
                on_record = counts.get(alliance, 0) if of_alliances else None

                def then(at: date, alliance: str = alliance) -> int:
                    return _by_alliance(run, hand, {**params, "day": at.isoformat(), "alliance": alliance})[alliance]

                found[key, f"alliance:{alliance}", "headline"] = headline(on_record, said.get(alliance, []), day, then)
    return found


def headline(on_record: int | None, said: list[Any], day: date, then: Callable[[date], int]) -> tuple[Any, ...]:
    """Value, mark, on record and reported: the newest stated claim, unless records bear it out or have outgrown it."""
    if not said:
        return on_record, "rec" if on_record else "none", on_record, None
    value, qualifier, __, as_of, published = said[0]
    period = period_of(as_of, published)
    for other, other_qualifier, __, other_as_of, other_published in said[1:]:
        agrees = compare(Decimal(other), other_qualifier, Decimal(value), qualifier).key != "differs"
        if not agrees and not apart(period_of(other_as_of, other_published), period):
            return value, "dif", on_record, value
    if on_record is None or (on_record < value and not bears_out(Decimal(on_record), Decimal(value), qualifier)):
        return value, "cla", on_record, value
    if bears_out(Decimal(on_record), Decimal(value), qualifier):
        return on_record, "rec", on_record, value
    if apart(period, Period(day, day)) and period.last:
        on_record_then = then(period.last)
        if on_record_then <= value or bears_out(Decimal(on_record_then), Decimal(value), qualifier):
            return on_record, "rec", on_record, value
    return value, "dif", on_record, value


def _multiplies(joins: str) -> bool:
    """Whether joins lead to parts or links of a record, not only up to what it refers to."""
    return any(table in joins for table in ("partner", "party", "share", "_fields", "membership"))


def _grouped(run: Any, hand: Hand, name: str, column: str | tuple[str, str], params: dict[str, str]) -> Any:
    by, joins = column if isinstance(column, tuple) else (column, "")
    label, table = by, LABELLED.get(name)
    if table:
        joins, label = f"{joins} JOIN {table} z ON z.id = {by} AND z.status <> 'draft'", "z.key"
    return run(
        f"SELECT {label}, {hand.counted(_multiplies(joins))} FROM {hand.source} {joins}"
        f" WHERE {hand.where} AND {by} NOTNULL GROUP BY {by}",
        params,
    ).fetchall()


def _by_alliance(run: Any, hand: Any, params: dict[str, str]) -> dict[str, int]:
    """Counts of every alliance, or of the one that `params` names."""
    one = "= (SELECT id FROM directory_organisation WHERE key = :alliance)"
    only = "alliance" in params
    if isinstance(hand, Union):
        selects = [f"{select} AND {_alliance_of(select)} {one}" if only else select for select in hand.selects]
        query = (
            f"WITH t(value, alliance) AS ({' UNION '.join(selects)}) SELECT o.key, COUNT(DISTINCT t.value) FROM t"
            " JOIN directory_organisation o ON o.id = t.alliance GROUP BY o.id"
        )
    else:
        by, joins = hand.alliance if isinstance(hand.alliance, tuple) else (hand.alliance, "")
        query = (
            f"SELECT z.key, {hand.counted(_multiplies(joins))} FROM {hand.source} {joins}"
            f" JOIN directory_organisation z ON z.id = {by}"
            f" WHERE {hand.where}{f' AND {by} {one}' if only else ''} GROUP BY {by}"
        )
    found = dict(run(query, params).fetchall())
    return {params["alliance"]: 0, **found} if only else found


def _alliance_of(select: str) -> str:
    """The second column of a select."""
    return select.split(" FROM ", maxsplit=1)[0].split(", ")[1]
