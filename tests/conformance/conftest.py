import pytest
from django.contrib.auth import get_user_model
from django.db import transaction
from django.test import Client

from conformance.permissions import hide_drafts, people, second_house
from conformance.samples import keep, keep_samples
from guildbook.kit.record_types import record_types


@pytest.fixture(scope="module")
def shelf(django_db_setup, django_db_blocker):
    """One sample of every record type, put in once per file of tests; each test's own changes are taken back."""
    with django_db_blocker.unblock(), transaction.atomic():
        keep_samples(0)
        yield
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def house(shelf, django_db_blocker):
    """The shelf with a second member and alliance, a draft of every kind, a change to undo, and a person per role."""
    with django_db_blocker.unblock(), transaction.atomic():
        second_house()
        hide_drafts()
        for kind in record_types():
            keep(kind.name, note={"en": "Changed."})
        yield people()
        transaction.set_rollback(True)


@pytest.fixture
def book(shelf, db):
    """A book with one sample of every record type."""


@pytest.fixture
def readers(db):
    """Clients of the public, of somebody signed in, and of staff."""
    users = get_user_model().objects
    member, staff = Client(), Client()
    member.force_login(users.create_user("member", password=None))
    staff.force_login(users.create_user("staff", password=None, is_staff=True))
    return {"public": Client(), "member": member, "staff": staff}
