import pytest
from django.contrib.auth import get_user_model
from django.test import Client

from conformance.samples import keep_samples


@pytest.fixture
def book(db):
    """A book with one sample of every record type."""
    keep_samples(0)


@pytest.fixture
def readers(db):
    """Clients of the public, of somebody signed in, and of staff."""
    users = get_user_model().objects
    member, staff = Client(), Client()
    member.force_login(users.create_user("member", password=None))
    staff.force_login(users.create_user("staff", password=None, is_staff=True))
    return {"public": Client(), "member": member, "staff": staff}
