"""Publication: what is frozen, what it claims, what stands in its way, and new editions."""

import pytest
from django.core.exceptions import PermissionDenied

from guildbook.directory.models import Source
from guildbook.figures.models import Claim
from guildbook.figures.queries import ask
from guildbook.kit.actions import documents, rewrite
from guildbook.kit.actors import PUBLIC, SYSTEM
from guildbook.kit.documents import DocumentError
from guildbook.kit.models import Change
from guildbook.kit.record_types import by_name
from guildbook.reports.actions import acknowledge, begin_edition, publish, recheck, write_text
from guildbook.reports.models import FrozenFigure, Report
from guildbook.reports.queries import difference, now_of, sealed, strange_insertions
from guildbook.reports.queries.checks import check_report
from portal.books import keep
from reports.notes import acting, held, keep_college, keep_note, person

REPORT = by_name("report")


def test_publishing_freezes_each_figure_once_with_its_lineage(guild, note):
    made = publish(guild.secretary, note, "approved by the council")
    assert (made.status, bool(made.published), made.standing) == ("published", True, "stands")
    rows = list(made.frozen.all())
    assert [row.name for row in rows] == [
        "members of alliance:guild at 2025",
        "members of alliance:guild at 2025 by country",
    ]
    row = rows[0]
    assert row.value == 3
    assert row.sha256 == sealed(row.lineage)
    assert row.lineage["behind"]["records"] == [["membership", f"member-{n}", "1"] for n in (1, 2, 3)]
    assert row.lineage["title"]["vi"] == "Thành viên"
    assert {each["label"]["en"]: each["value"] for each in rows[1].lineage["rows"]} == {
        "Northland": "2",
        "Southland": "1",
    }


def test_each_language_is_a_source_and_each_figure_a_claim_with_its_place(guild, note):
    publish(guild.secretary, note)
    sources = {source.language: source for source in Source.objects.filter(key__startswith="report-note-")}
    assert set(sources) == {"en", "vi"}
    assert sources["en"].text.startswith("Synthetic note\n\nThe guild has 3 members.")
    assert sources["en"].publisher.key == "guild"
    claims = Claim.objects.filter(source__in=sources.values())
    assert claims.count() == 4
    for claim in claims:
        assert claim.source.text[claim.start : claim.end] == "3"
        assert (claim.value, claim.as_of, claim.subject_key) == (3, "2025-12-31", "guild")
    first = claims.get(key="report-note-en-01")
    assert (first.paragraph, first.quote) == (2, "The guild has 3 members.")
    assert first.indicator.key == "members"


def test_publishing_twice_changes_nothing(guild, note):
    publish(guild.secretary, note)
    changes = Change.objects.count()
    again = publish(guild.secretary, held())
    assert again.status == "published"
    assert Change.objects.count() == changes
    assert FrozenFigure.objects.count() == 2


def test_all_is_kept_or_nothing(guild, note, monkeypatch):
    def fails(*given, **named):
        raise RuntimeError("the disk is full")

    monkeypatch.setattr("guildbook.reports.actions.publishing._row", fails)
    with pytest.raises(RuntimeError):
        publish(guild.secretary, note)
    assert held().status == "draft"
    assert not Source.objects.filter(key__startswith="report-").exists()
    assert not Claim.objects.filter(key__startswith="report-").exists()


def test_only_the_secretariat_publishes_in_the_name_of_the_alliance(guild, note):
    for actor in (PUBLIC, guild.lead, acting(person("thu", "college-2", "lead"))):
        with pytest.raises(PermissionDenied):
            publish(actor, note)
    assert held().status == "draft"


def test_without_an_alliance_the_lead_of_the_keeper_publishes(guild):
    note = keep_note(alliance=None, steward="college-1")
    editor = acting(person("thu", "college-1"))
    assert write_text(
        editor, note, {"en": "Our {{members of alliance:guild at 2025}}."}, {"en": "Ours"}, str(note.version)
    )
    with pytest.raises(PermissionDenied):
        publish(editor, held())
    assert publish(guild.lead, held()).status == "published"


def test_no_other_door_leads_to_publication(guild, note):
    held_now = {"key": "note", "title": {"en": "Synthetic note"}, "kind": "press-note", "alliance": "guild"}
    with pytest.raises(DocumentError, match="on its own page"):
        rewrite(guild.secretary, REPORT, {**held_now, "status": "published"}, "trying")
    with pytest.raises(DocumentError, match="on its own page"):
        rewrite(guild.secretary, REPORT, {**held_now, "key": "other", "status": "published"}, "trying")


@pytest.mark.parametrize("name", ["title", "body"])
def test_what_is_published_stays_as_it_was_even_for_staff(guild, note, name):
    publish(guild.secretary, note)
    data = _document()
    data[name] = {**data[name], "en": "Quite another thing"}
    with pytest.raises(DocumentError, match="begin a new edition"):
        rewrite(SYSTEM, REPORT, data, "trying")


def _document(key="note"):
    return documents(REPORT, [held(key)])[0]


def test_a_book_copied_out_comes_in_again_frozen_and_tampering_is_seen(guild, note):
    publish(guild.secretary, note)
    data = _document()
    Report.objects.all().delete()
    broken = {**data, "frozen": [{**row, "lineage": {**row["lineage"], "value": "99"}} for row in data["frozen"]]}
    with pytest.raises(DocumentError, match="not the hash"):
        rewrite(SYSTEM, REPORT, broken, "restored")
    with pytest.raises(DocumentError, match="not frozen"):
        rewrite(SYSTEM, REPORT, {**data, "frozen": []}, "restored")
    rewrite(SYSTEM, REPORT, data, "restored")
    assert _document() == data


def test_figures_that_cannot_be_asked_stand_in_the_way_with_line_and_column(guild):
    body = "First\n\nWe have {{membrs}}, {{members of alliance:nobody}}, {{joint-colleges of alliance:guild}}"
    body += " and {{members by x}}."
    note = keep_note(body={"en": body}, title={"en": "Synthetic note"})
    with pytest.raises(DocumentError) as error:
        publish(guild.secretary, note)
    said = [fault.message for fault in error.value.faults]
    assert any(text.startswith("line 3, column 9:") and "Perhaps: members" in text for text in said)
    assert any("alliance:nobody" in text for text in said)
    assert any("knows nothing of this" in text for text in said)
    assert any("paragraph of its own" in text for text in said)


def test_a_draft_subject_does_not_exist_for_a_report(guild):
    keep("alliance", "hidden", names=[{"text": "Hidden", "language": "en"}], status="draft")
    note = keep_note(body={"en": "{{members of alliance:hidden}}"}, title={"en": "Synthetic note"})
    with pytest.raises(DocumentError, match="no subject “alliance:hidden”"):
        publish(guild.secretary, note)


def test_a_typed_number_that_differs_is_acknowledged_with_a_reason_first(guild):
    keep("source", "gazette", title={"en": "Gazette"}, kind="press", language="en", published="2025-12-31")
    where = {"subject_type": "alliance", "subject_key": "guild", "source": "gazette", "as_of": "2025-12-31"}
    keep("claim", "c", **where, value=3, counts="members", indicator="members")
    body = "As of 31 December 2025, Synthetic guild has 5 members.\n\nIn short: {{members of alliance:guild at 2025}}."
    note = keep_note(body={"en": body}, title={"en": "Synthetic guild at a glance"})
    check = check_report(guild.secretary, note)
    assert [(each.finding.said, each.finding.verdict) for each in check.open] == [("5", "differs")]
    with pytest.raises(DocumentError, match="“5” differs from the book"):
        publish(guild.secretary, note)
    number = check.open[0]
    with pytest.raises(PermissionDenied):
        acknowledge(guild.lead, held(), "en", number.finding.said, number.quote, "because")
    with pytest.raises(DocumentError, match="say why"):
        acknowledge(guild.secretary, held(), "en", number.finding.said, number.quote, "  ")
    acknowledge(guild.secretary, held(), "en", number.finding.said, number.quote, "with two observers")
    assert publish(guild.secretary, held()).status == "published"
    assert held().acknowledged.get().reason == "with two observers"


def test_versions_that_insert_other_figures_are_named(guild):
    note = keep_note(
        body={
            "en": "{{members at 2025}} {{members of guild}}",
            "vi": "{{members at 2024}} {{members of alliance:guild}}",
        }
    )
    assert strange_insertions(note) == {"en": ["members at 2024"], "vi": ["members at 2025"]}


def test_what_the_book_says_since_is_flagged_and_nothing_is_changed(guild, note):
    publish(guild.secretary, note)
    before = _document()
    assert recheck() == 0
    keep_college(4, "south")
    lineages = [row.lineage for row in held().frozen.all()]
    assert [(now.contradicted, now.value["value"]) for now in now_of(lineages)] == [(True, "4"), (True, "4")]
    changed = difference(lineages[0])
    assert changed.added == (("membership", "member-4", None, "1"),)
    assert not changed.gone
    assert recheck() == 1  # lan, who serves the alliance
    after = _document()
    assert after.pop("standing") == "contradicted"
    assert before.pop("standing") == "stands"
    assert after == before
    assert recheck() == 0


def test_a_report_is_no_witness_to_itself(guild, note):
    """Its claim would hold the figure up when the records behind it are gone."""
    publish(guild.secretary, note)
    keep("membership", "member-3", alliance="guild", organisation="college-3", role="member", state="declined")
    assert ask(PUBLIC, "members", "alliance:guild").on_record == 2
    assert all(now.contradicted for now in now_of([row.lineage for row in held().frozen.all()]))
    changed = difference(held().frozen.first().lineage)
    assert changed.gone == (("membership", "member-3", "1", None),)
    keep("membership", "member-3", alliance="guild", organisation="college-3", role="member", since="2021")
    recheck()
    assert held().standing == "stands"


def test_a_later_day_contradicts_nothing(guild, note):
    publish(guild.secretary, note)
    keep_college(4, since="2026-02-01")
    assert not any(now.contradicted for now in now_of([row.lineage for row in held().frozen.all()]))


def test_figures_over_years_hold_each_year(guild):
    keep_college(4, since="2023-05")
    note = keep_note(body={"en": "{{members of alliance:guild over 2022-2024}}"}, title={"en": "Years"})
    publish(guild.secretary, note)
    row = held().frozen.get()
    assert [(point["at"], point["value"]) for point in row.lineage["points"]] == [
        ("2022-12-31", "3"),
        ("2023-12-31", "4"),
        ("2024-12-31", "4"),
    ]
    keep_college(5, since="2024-01")
    assert now_of([row.lineage])[0].years == ("2024-12-31",)


def test_a_correction_is_a_new_edition_and_the_old_one_says_so(guild, note):
    publish(guild.secretary, note)
    keep_college(4)
    with pytest.raises(PermissionDenied):
        begin_edition(guild.lead, held())
    second = begin_edition(guild.secretary, held())
    assert (second.key, second.edition, second.status) == ("note-2", 2, "draft")
    assert begin_edition(guild.secretary, held()).pk == second.pk
    assert held().status == "published"
    publish(guild.secretary, second, "a member was missing")
    old = held()
    assert (old.status, old.superseded_by) == ("superseded", "note-2")
    assert old.frozen.first().value == 3
    assert held("note-2").frozen.first().value == 4
    claim = Claim.objects.get(key="report-note-en-01")
    assert (claim.status, claim.superseded_by) == ("superseded", "report-note-2-en-01")
    assert ask(PUBLIC, "members", "alliance:guild").text == "4"


def test_what_is_withdrawn_takes_its_claims_along(guild, note):
    publish(guild.secretary, note)
    rewrite(guild.secretary, REPORT, {**_document(), "status": "withdrawn"}, "sent out too early")
    assert set(Claim.objects.filter(key__startswith="report-note").values_list("status", flat=True)) == {"withdrawn"}
    assert set(Source.objects.filter(key__startswith="report-note").values_list("status", flat=True)) == {"withdrawn"}
    rewrite(guild.secretary, REPORT, {**_document(), "status": "published"}, "after all")
    assert set(Claim.objects.filter(key__startswith="report-note").values_list("status", flat=True)) == {"published"}


def test_two_who_write_at_once_do_not_overwrite_each_other(guild, note):
    version = str(note.version)
    write_text(guild.secretary, held(), {"en": "One"}, {"en": "One"}, version)
    with pytest.raises(DocumentError, match="meanwhile"):
        write_text(guild.secretary, held(), {"en": "Two"}, {"en": "Two"}, version)
    assert held().body == {"en": "One"}


def test_only_an_alliance_is_an_alliance(guild):
    with pytest.raises(DocumentError, match="no alliance"):
        keep_note(alliance="college-1")
