"""One kind of notice of every sort, and people who read in different languages."""

import pytest
from django.contrib.auth import get_user_model
from django.utils.translation import gettext_lazy

from guildbook.kit.texts import pick
from guildbook.notices import registry
from guildbook.notices.registry import NoticeKind


@pytest.fixture(autouse=True)
def kinds(monkeypatch):
    """Two kinds: one that can wait and one that cannot."""
    made = {
        "sample-calm": NoticeKind("sample-calm", "calm", "Something calm", lambda data: f"Calm: {pick(data['name'])}"),
        "sample-urgent": NoticeKind("sample-urgent", "urgent", gettext_lazy("Alliances"), lambda data: "Urgent.", True),
    }
    monkeypatch.setattr(registry, "_kinds", {**registry._kinds, **made})


@pytest.fixture
def lan(db):
    return get_user_model().objects.create_user("lan", "lan@example.org", "lanlanlan1")


@pytest.fixture
def somsak(db):
    return get_user_model().objects.create_user("somsak", "somsak@example.org", "lanlanlan1")
