"""Alliances are organisations that have members; nobody else has any."""

import pytest

from conformance.samples import keep, keep_samples, sample
from guildbook.alliances.models import Alliance, Membership
from guildbook.directory.models import Organisation
from guildbook.kit.actions import rewrite
from guildbook.kit.actors import SYSTEM
from guildbook.kit.documents import DocumentError
from guildbook.kit.record_types import by_name

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _book():
    keep_samples(0)


def test_what_is_kept_as_an_alliance_is_one():
    assert Organisation.objects.get(key="alliance-0").kind == "alliance"
    assert Alliance.objects.get().offices.count() == 2


def test_an_alliance_is_read_as_an_organisation_too(client):
    assert client.get("/api/organisations/alliance-0").json()["kind"] == "alliance"
    assert client.get("/api/alliances/organisation-0").status_code == 404


def test_only_an_alliance_has_members():
    with pytest.raises(DocumentError, match="Only an alliance has members"):
        keep("membership", alliance="organisation-0", organisation="alliance-0")
    with pytest.raises(DocumentError, match="own member"):
        keep("membership", organisation="alliance-0")


def test_alliances_nest():
    rewrite(SYSTEM, by_name("alliance"), {**sample("alliance"), "key": "inner"}, "test")
    data = {**sample("membership"), "key": "nested", "organisation": "inner"}
    rewrite(SYSTEM, by_name("membership"), data, "test")
    assert Membership.objects.get(key="nested").organisation.kind == "alliance"


def test_an_alliance_with_members_does_not_become_something_else():
    data = {**sample("organisation"), "key": "alliance-0", "kind": "school"}
    with pytest.raises(DocumentError, match="kind"):
        rewrite(SYSTEM, by_name("organisation"), data, "a mistake")
    assert Alliance.objects.get().key == "alliance-0"
