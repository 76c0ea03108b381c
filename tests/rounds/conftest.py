import pytest

from guildbook.rounds.actions import open_round
from rounds import books


@pytest.fixture
def opened(db):
    """An open round asking three members; the secretariat's actor."""
    books.shelf()
    secretary = books.acting(books.person("secretary", "alliance-0"))
    open_round(secretary, books.make_round())
    return secretary


@pytest.fixture
def leads(opened):
    """Leads of the members."""
    return [books.acting(books.person(f"lead{n}", f"organisation-{n}")) for n in range(3)]
