import pytest
from django.contrib.auth import get_user_model
from django.db import transaction
from django.test import Client

from conformance.samples import keep_samples


@pytest.fixture(scope="module")
def shelf(django_db_setup, django_db_blocker):
    """One sample of every record type, put in once per file of tests; each test's own changes are taken back."""
    with django_db_blocker.unblock(), transaction.atomic():
        keep_samples(0)
        yield
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
