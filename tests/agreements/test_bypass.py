"""No way round the parties: what a keeper of one agreement does to signatures, and to the agreements of others."""

import pytest

from agreements.scene import DAY, keep_agreement, keep_bodies, person, signed_rows
from guildbook.agreements.actions import Signature, circulate, sign
from guildbook.agreements.models import Agreement
from guildbook.agreements.records import AGREEMENT
from guildbook.directory.models import Organisation
from guildbook.kit.actions import documents, rewrite
from guildbook.kit.documents import DocumentError
from portal.books import keep

pytestmark = pytest.mark.django_db
BOOK = Signature("2026-03-03", "in-the-book")


@pytest.fixture(autouse=True)
def _bodies():
    keep_bodies()


def now(key="pact"):
    return Agreement.objects.get(key=key)


def changed(actor, key="pact", **columns):
    data = documents(AGREEMENT, [now(key)])[0] if Agreement.objects.filter(key=key).exists() else {"key": key}
    return rewrite(actor, AGREEMENT, {**data, **columns}, "test")


def test_nobody_lays_an_agreement_of_others_to_rest():
    keep_agreement(status="published", state="in-force", parties=signed_rows(), signed="2024-05-01")
    keep("organisation", "stranger", kind="school", place="north", names=[{"text": "Stranger", "language": "en"}])
    stranger = person("stranger", "stranger", "editor")
    parties = [{"organisation": "stranger", "signing": "invited"}, {"organisation": "college-1", "signing": "invited"}]
    versions = [{"number": 1, "language": "en", "text": "x"}]
    with pytest.raises(DocumentError):
        changed(
            stranger,
            "grab",
            title={"en": "Grab"},
            kind="framework",
            state="draft",
            status="draft",
            steward="stranger",
            parties=parties,
            versions=versions,
            renews="pact",
        )
    assert not Agreement.objects.filter(key="grab").exists()


def test_no_other_text_is_put_under_a_signature():
    secretary = person("secretary", "guild", "editor")
    circulate(secretary, keep_agreement(), DAY)
    sign(person("lead", "college-1"), now(), Organisation.objects.get(key="college-1"), 1, BOOK)
    data = documents(AGREEMENT, [now()])[0]
    other = {"number": 2, "language": "en", "standing": "authentic", "text": "Other", "circulated": "2026-03-04"}
    with pytest.raises(DocumentError):
        changed(secretary, versions=[*data["versions"], other])
    rows = [dict(row) for row in data["parties"]]
    rows[0]["signed"] = "2025-01-01"
    with pytest.raises(DocumentError):
        changed(secretary, parties=rows)
    plain = {**other, "circulated": ""}
    changed(secretary, versions=[*data["versions"], plain])
    circulate(secretary, now(), DAY)
    assert {row.signing for row in now().parties.all()} == {"invited"}
