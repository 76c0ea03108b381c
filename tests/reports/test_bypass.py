"""No way round the page of publication: statuses, frozen figures and corrections sent as a document."""

import pytest

from guildbook.figures.models import Claim
from guildbook.kit.actions import documents, rewrite
from guildbook.kit.documents import DocumentError
from guildbook.kit.record_types import by_name
from guildbook.reports.actions import publish
from guildbook.reports.models import Report
from portal.books import keep
from reports.notes import acting, held, person

REPORT = by_name("report")


@pytest.fixture
def mine(guild):
    """A draft of a college of its own, and an editor of that college."""
    title, body = {"en": "Own note"}, {"en": "Plain words."}
    keep("report", "own", title=title, kind="press-note", steward="college-2", body=body)
    return acting(person("duc", "college-2"))


def changed(actor, key, **columns):
    data = documents(REPORT, [held(key)])[0] if Report.objects.filter(key=key).exists() else {"key": key}
    return rewrite(actor, REPORT, {**data, **columns}, "test")


def test_a_draft_withdrawn_is_not_published_by_taking_that_back(mine):
    changed(mine, "own", status="withdrawn")
    with pytest.raises(DocumentError):
        changed(mine, "own", status="published")
    assert held("own").status == "withdrawn"


def forged(note):
    """A report of nobody's that names the claims of a published one as its own."""
    rows = documents(REPORT, [note])[0]["frozen"]
    return {"title": {"en": "Forged"}, "kind": "press-note", "body": {"en": "x"}, "frozen": rows}


@pytest.mark.parametrize("status", ["draft", "withdrawn"])
def test_frozen_figures_do_not_come_as_a_document(mine, guild, note, status):
    rows = forged(publish(guild.secretary, note))
    with pytest.raises(DocumentError) as caught:
        changed(mine, "forged", **rows, steward="college-2", status=status, published="2026-01-01")
    assert {fault.where for fault in caught.value.faults} >= {"frozen", "published"}
    with pytest.raises(DocumentError):
        changed(mine, "own", frozen=rows["frozen"])
    assert set(Claim.objects.values_list("status", flat=True)) == {"published"}


def test_nobody_corrects_the_report_of_others(mine, guild, note):
    publish(guild.secretary, note)
    with pytest.raises(DocumentError):
        changed(mine, "own", corrects="note", edition="2")
    publish(acting(person("hoa", "college-2", "lead")), held("own"))
    assert held("note").status == "published"


def test_who_may_publish_takes_a_withdrawal_back(mine, guild, note):
    publish(guild.secretary, note)
    changed(guild.secretary, "note", status="withdrawn")
    changed(guild.secretary, "note", status="published")
    assert set(Claim.objects.values_list("status", flat=True)) == {"published"}
