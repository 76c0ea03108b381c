import pytest
from django.db import transaction

from conformance.samples import keep_samples


@pytest.fixture(scope="module")
def shelf(django_db_setup, django_db_blocker):
    """Samples of every record type, so that there is something to answer."""
    with django_db_blocker.unblock(), transaction.atomic():
        keep_samples(0, 1)
        yield
        transaction.set_rollback(True)
