"""A full document of every record type: every column filled, two rows of every part, numbered so that they differ."""

from guildbook.kit.actions import rewrite
from guildbook.kit.actors import SYSTEM
from guildbook.kit.record_types import by_name
from guildbook.reports.queries import sealed
from guildbook.standards.queries.items import hash_of


def _twice(n, **row):
    return [dict(row), dict(row)]


def _named(n, what):
    return {"en": f"{what} {n}", "zh-Hans": f"{what}（{n}）"}


def _names(n, what):
    return [
        {"text": f"{what} {n}", "language": "en", "kind": "official", "since": "2019", "until": "2021-05"},
        {"text": f"{what}（{n}）", "language": "zh-Hans", "kind": "translated"},
    ]


def _place(n):
    return {
        "names": _named(n, "Place"),
        "kind": "country",
        "iso_code": f"X{n}",
        "latitude": 10.5 + n,
        "longitude": -20.25,
        "members": ["place-0"] if n else [],
        "parent": "place-0" if n else None,
    }


def _organisation(n):
    return {
        "kind": "school",
        "place": f"place-{n}",
        "parent": "organisation-0" if n else None,
        "names": _names(n, "College"),
    }


def _alliance(n):
    return {
        "place": f"place-{n}",
        "parent": f"organisation-{n}",
        "names": _names(n, "Alliance"),
        "offices": _twice(
            n, kind="president", organisation=f"organisation-{n}", role=f"role-{n}", since="2020", until="2022"
        ),
        "represented": _twice(n, country=f"place-{n}", since="2020", until="../2023-08-31"),
        "reviewed": [{"kind": "unit"}, {"kind": "programme"}],
    }


def _agreement(n):
    return {
        "title": _named(n, "Agreement"),
        "kind": "memorandum",
        "state": "signed",
        "signed": "2023-05",
        "place": f"place-{n}",
        "parent": "agreement-0" if n else None,
        "renews": "agreement-0" if n else None,
        "amends": "agreement-0" if n else None,
        "alliance": f"alliance-{n}",
        "notice_months": 3,
        "parties": _twice(
            n,
            organisation=f"organisation-{n}",
            signing="signed",
            signed="2023-05",
            role=f"role-{n}",
            method="on-paper",
        ),
        "versions": [
            {
                "number": 1,
                "language": "en",
                "standing": "authentic",
                "title": "Agreement",
                "text": "What was agreed.",
                "circulated": "2022",
                "signed": "2023",
            },
            {"number": 2, "language": "en", "text": "What is being agreed.\nIn two lines."},
        ],
    }


def _unit(n):
    return {
        "names": _named(n, "Unit"),
        "kind": "workshop",
        "state": "open",
        "place": f"place-{n}",
        "agreement": f"agreement-{n}",
        "alliance": f"alliance-{n}",
        "fields": [f"field-{n}"],
        "partners": _twice(n, organisation=f"organisation-{n}", role="founder", since="2020", until="2030"),
        "states": [{"state": "planned", "since": "2020"}, {"state": "open", "since": "2021"}],
    }


def _programme(n):
    return {
        "title": _named(n, "Programme"),
        "kind": "degree",
        "field": f"field-{n}",
        "level": 5,
        "languages": "en, vi",
        "organisation": f"organisation-{n}",
        "unit": f"unit-{n}",
        "agreement": f"agreement-{n}",
        "intakes": _twice(n, since="2021-09", seats=40),
    }


def _resource(n):
    return {
        "title": _named(n, "Textbook"),
        "kind": "textbook",
        "field": f"field-{n}",
        "makers": _twice(n, organisation=f"organisation-{n}"),
        "editions": _twice(n, language="vi", title="Giáo trình", published="2022"),
        "shares": _twice(n, organisation=f"organisation-{n}", place=f"place-{n}", since="2023"),
    }


SEAMS = ("Welds.", "Welds a seam.", "Welds two seams.", "Welds three seams.", "Welds four seams.")


def _items(version):
    """A duty and its tasks; identifiers are each standard's own."""
    stem = version.partition("-")[0]
    yield {"version": version, "number": "2", "kind": "duty", "text": SEAMS[0], "identifier": f"{stem}0"}
    for n, text in enumerate(SEAMS[1:], 1):
        task = {"version": version, "number": f"2.{n}", "kind": "task", "parent": "2"}
        yield {**task, "text": text, "identifier": f"{stem}{n}"}


def _alignment(n):
    def match(place, **more):
        items = {"from_item": f"first{place}", "to_item": f"local{place}"}
        decided = {"confirmed_by": "A reviewer", "organisation": f"organisation-{n}", "confirmed_on": "2024-05-01"}
        texts = hash_of(SEAMS[place], SEAMS[place])
        return {**items, "relation": "exact", "state": "confirmed", "score": 0.9, **decided, "texts": texts, **more}

    return {
        "from_standard": f"standard-{n}",
        "from_version": f"first-{n}",
        "to_standard": f"standard-{n}",
        "to_version": f"local-{n}",
        "state": "in-review",
        "from_items": 5,
        "from_covered": 1,
        "to_items": 5,
        "to_covered": 1,
        "matches": [
            match(n % 4 + 1, carried_from="alignment-0", note=_named(n, "Looked at")),
            match(0, relation="related", state="rejected"),
        ],
    }


def _standard(n):
    return {
        "title": _named(n, "Standard"),
        "kind": "job",
        "nature": "example",
        "owner": f"organisation-{n}",
        "field": f"field-{n}",
        "versions": [
            {"name": f"first-{n}", "issued": "2020", "language": "en"},
            {"name": f"local-{n}", "issued": "2021", "language": "vi", "localises": f"first-{n}"},
        ],
        "items": [item for version in ("first", "local") for item in _items(f"{version}-{n}")],
        "contributors": _twice(n, organisation=f"organisation-{n}"),
    }


def _event(n):
    here = {"organisation": f"organisation-{n}", "place": f"place-{n}"}
    return {
        "title": _named(n, "Forum"),
        "kind": "forum",
        "theme": _named(n, "Skills"),
        "place": f"place-{n}",
        "alliance": f"alliance-{n}",
        "parent": "event-0" if n else None,
        "organisers": _twice(n, organisation=f"organisation-{n}", role="host"),
        "sessions": _twice(n, title=_named(n, "Session"), since="2023-08-30"),
        "speeches": _twice(
            n, speaker=f"role-{n}", session="Opening", title=_named(n, "Speech"), summary=_named(n, "Said")
        ),
        "delegations": _twice(n, **here, head=f"role-{n}", size=12),
        "attendances": _twice(n, role=f"role-{n}"),
        "stops": _twice(n, **here, counterpart=f"role-{n}", since="2023", what=_named(n, "Talks")),
        "outcomes": _twice(
            n, kind="signed", record_type="agreement", record_key=f"agreement-{n}", what=_named(n, "Signed")
        ),
        "coverage": _twice(n, outlet=f"organisation-{n}", source=f"source-{n}"),
    }


def _figure(n):
    return {"subject_type": "place", "subject_key": f"place-{n}", "value": 800 + n}


def _report(n):
    def frozen(place, name):
        lineage = {
            "question": {"indicator": "units-open", "subject": "", "at": f"202{place}-12-31", "filters": {}},
            "title": _named(n, "Units"),
            "subject": {},
            "narrowed": [],
            "name": name,
            "value": "3",
            "qualifier": "exactly",
            "mark": "rec",
            "on_record": "3",
            "as_of": {"first": f"202{place}-12-31", "last": f"202{place}-12-31", "text": ""},
            "behind": {
                "definition": {"text": _named(n, "Units that are open."), "version": "1", "form": {}},
                "records": [],
                "records_counted": "0",
                "records_sha256": "",
                "returns": [],
                "claims": [],
                "asked": "2024-01-02T03:04:05+00:00",
            },
        }
        made = {"place": place, "name": name, "value": 3, "lineage": lineage, "sha256": sealed(lineage)}
        return {**made, "at": "2024-01-02", "claims": {"en": f"report-{n}-en-{place:02}"}}

    names = [f"indicator-{n} at 2021", f"indicator-{n} at 2022"]
    return {
        "status": "published",
        "title": _named(n, "Report"),
        "kind": "annual-report",
        "alliance": f"alliance-{n}",
        "authors": [f"organisation-{n}"],
        "period": "2023",
        "body": {"en": f"Units: {{{{{names[0]}}}}}, then {{{{{names[1]}}}}}.\n\n77 of them are new."},
        "edition": 2 if n else 1,
        "corrects": "report-0" if n else None,
        "published": "2024-01-02",
        "standing": "stands",
        "frozen": [frozen(place, name) for place, name in enumerate(names, 1)],
        "acknowledged": _twice(n, language="en", number="77", quote="77 of them are new.", reason="counted by hand"),
    }


# In the order in which they refer to each other.
SAMPLES = {
    "place": _place,
    "organisation": _organisation,
    "source": lambda n: {
        "title": _named(n, "Report"),
        "kind": "press",
        "publisher": f"organisation-{n}",
        "published": "2023-08-31",
        "language": "en",
        "licence": "CC BY 4.0",
        "url": f"https://example.org/{n}",
        "file": f"press/{n}.txt",
        "text": "Over 800 workers were trained.\n\nIn two colleges.",
    },
    "city-link": lambda n: {"place": f"place-{n}", "partner": f"place-{n + 1}"},
    "person": lambda n: {"names": _named(n, "Person")},
    "role": lambda n: {
        "person": f"person-{n}",
        "title": _named(n, "Dean"),
        "organisation": f"organisation-{n}",
    },
    "field": lambda n: {"code": f"07{n:02}", "names": _named(n, "Field"), "parent": "field-0" if n else None},
    "indicator": lambda n: {
        "title": _named(n, "Units"),
        "text": _named(n, "Units that are open."),
        "theme": "units",
        "phrases": {"en": ["units abroad"]},
        "definition": {"counts": [{"records": "unit", "where": {"state": ["open"]}}], "subjects": {"place": "place"}},
    },
    "claim": lambda n: {
        **_figure(n),
        "source": f"source-{n}",
        "paragraph": 1,
        "start": 5,
        "end": 8,
        "qualifier": "over",
        "basis": "stated",
        "counts": "workers",
        "quote": "Over 800 workers",
        "indicator": f"indicator-{n}",
        "as_of": "2023",
    },
    "alliance": _alliance,
    "membership": lambda n: {
        "alliance": f"alliance-{n}",
        "organisation": f"organisation-{n}",
        "role": "founder",
        "state": "admitted",
    },
    "agreement": _agreement,
    "unit": _unit,
    "programme": _programme,
    "resource": _resource,
    "standard": _standard,
    "alignment": _alignment,
    "adoption": lambda n: {
        "standard": f"standard-{n}",
        "version_name": f"first-{n}",
        "country": f"place-{n}",
        "authority": f"organisation-{n}",
        "instrument": "Decree 7",
        "scope": _named(n, "All colleges"),
        "localisation": _named(n, "Translated"),
        "localised_version": f"local-{n}",
        "alignment": f"alignment-{n}",
    },
    "event": _event,
    "plan": lambda n: {
        "title": _named(n, "Plan"),
        "organisation": f"organisation-{n}",
        "place": f"place-{n}",
        "goals": _twice(n, text=_named(n, "Goal")),
        "tasks": _twice(n, text=_named(n, "Task")),
    },
    "target": lambda n: {
        **_figure(n),
        "plan": f"plan-{n}",
        "title": _named(n, "Train more"),
        "indicator": f"indicator-{n}",
        "by": "2025",
    },
    "round": lambda n: {
        "title": _named(n, "Round"),
        "alliance": f"alliance-{n}",
        "state": "open",
        "period": "2023",
        "opens": "2024-02-01",
        "deadline": "2024-03-31",
        "members_on": "2023-12-31",
        "languages": "en, vi",
        "rates": "public",
        "indicators": [f"indicator-{n}"],
        "questions": [
            {
                "code": "abroad",
                "text": _named(n, "Units"),
                "help": _named(n, "Those that are open."),
                "kind": "whole",
                "about": "organisation",
                "need": "needed",
                "indicator": f"indicator-{n}",
                "unit": "m²",
                "least": 0,
                "most": 500,
                "jump": 30,
            },
            {
                "code": "level",
                "text": _named(n, "Level"),
                "kind": "choice",
                "about": "organisation",
                "need": "optional",
            },
            {"code": "men", "text": _named(n, "Men"), "kind": "whole", "about": "organisation", "need": "optional"},
        ],
        "options": [{"question": "level", "value": value, "text": _named(n, value)} for value in ("low", "high")],
        "checks": [{"left": "abroad", "relation": "at-least", "right": "men + men", "weight": "warning"}],
        "audience": [
            {"role": "member", "kind": "school", "country": f"place-{n}"},
            {"organisation": f"organisation-{n}"},
        ],
    },
    "return": lambda n: {
        **_figure(n),
        "round": f"round-{n}",
        "organisation": f"organisation-{n}",
        "indicator": f"indicator-{n}",
        "question": "abroad",
        "capacity": "own",
        "answer": "value",
        "as_of": "2023",
        "state": "approved",
    },
    "report": _report,
}


def sample(name, n=0):
    """The n-th document of a record type; it refers to n-th documents of other types."""
    shared = {"since": "2019~", "until": "2030", "note": _named(n, "Note")}
    if name not in ("place", "organisation"):
        cited = {"source": f"source-{n}", "paragraph": 1, "quote": "Over 800 workers", "field": "note"}
        shared |= {"steward": f"organisation-{n}", **({} if name == "source" else {"citations": _twice(n, **cited)})}
    return {"key": f"{name}-{n}", **shared, **SAMPLES[name](n)}


def keep_samples(*numbers):
    """Put the n-th sample of every type into the book, in the order in which they refer to each other."""
    for name in SAMPLES:
        for n in sorted({*numbers, *(n + 1 for n in numbers)}) if name == "place" else numbers:
            keep(name, n)


def keep(name, n=0, **changed):
    """Put a sample into the book, changed in some columns; what it refers to must be there."""
    return rewrite(SYSTEM, by_name(name), {**sample(name, n), **changed}, "sample")
