"""Units: the state is the last of the dated states."""

import pytest

from conformance.samples import keep, keep_samples
from guildbook.kit.documents import DocumentError
from guildbook.units.models import Unit

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _book():
    keep_samples(0)


def test_the_state_is_the_last_of_the_dated_states():
    states = [{"state": "planned", "since": "2020"}, {"state": "open", "since": "2021"}]
    keep("unit", state="closed", states=[*states, {"state": "closed", "since": "2024-06"}])
    assert Unit.objects.get().state == "closed"
    with pytest.raises(DocumentError, match="last of the dated states"):
        keep("unit", state="closed", states=states)
    assert Unit.objects.get().state == "closed"


@pytest.mark.parametrize("state", ["planned", "open", "dormant", "closed"])
def test_a_state_without_dates_is_a_state(state):
    keep("unit", state=state, states=[])
    assert Unit.objects.get().state == state
