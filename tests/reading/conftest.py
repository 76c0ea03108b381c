"""The five-source record, loaded once per module and taken back afterwards."""

from pathlib import Path

import pytest
from django.db import transaction

from guildbook.imports.actions.loading import load
from guildbook.imports.management.commands.load import STANDARD
from guildbook.kit.actors import SYSTEM
from guildbook.search.actions import catch_up

ROOT = Path(__file__).resolve().parents[2]
PRESS = ROOT / "demo" / "press"


@pytest.fixture(scope="module")
def demo(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic():
        load(SYSTEM, [STANDARD, ROOT / "demo"], "for tests")
        catch_up()
        yield
        transaction.set_rollback(True)


@pytest.fixture(scope="session")
def press_text():
    def read(name):
        return (PRESS / name).read_text(encoding="utf-8")

    return read
