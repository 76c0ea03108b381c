"""Agreements: signed by all before they count as signed, and what was signed stays as it was signed."""

import pytest

from conformance.samples import keep, keep_samples, sample
from guildbook.agreements.models import Agreement
from guildbook.agreements.rules import seal_of
from guildbook.kit.documents import DocumentError

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _book():
    keep_samples(0)


def parties(*signing):
    return [{"organisation": "organisation-0", "signing": state} for state in signing]


@pytest.mark.parametrize("state", ["signed", "in-force", "expiring", "renewed", "amended"])
@pytest.mark.parametrize(
    ("signing", "words"),
    [
        (("signed", "approved"), "once every party has signed"),
        (("signed", "invited", "signed"), "once every party has signed"),
        (("declined", "declined"), "once every party has signed"),
        (("signed",), "at least two parties"),
        ((), "at least two parties"),
    ],
)
def test_it_is_signed_once_every_party_has_signed(state, signing, words):
    with pytest.raises(DocumentError, match=words):
        keep("agreement", state=state, parties=parties(*signing))


@pytest.mark.parametrize("state", ["draft", "circulated", "ended"])
def test_before_and_after_parties_stand_where_they_stand(state):
    keep("agreement", state=state, parties=parties("invited", "signed", "declined"))
    assert Agreement.objects.get().state == state


def test_many_parties_sign():
    keep("agreement", parties=parties(*["signed"] * 14))
    assert Agreement.objects.get().parties.count() == 14


def test_a_signed_version_is_sealed_and_an_unsigned_one_is_not():
    first, second = Agreement.objects.get().versions.all()
    assert first.content_hash == seal_of(1, "en", "Agreement", first.text)
    assert second.content_hash == ""


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"text": "What was never agreed."}, "frozen"),
        ({"text": ""}, "frozen"),
        ({"signed": "", "circulated": ""}, "frozen"),
        ({"title": "Another"}, "frozen"),
        ({"standing": "translation"}, "frozen"),
        ({"number": 9}, "may not be taken out"),
        ({"language": "vi"}, "may not be taken out"),
    ],
)
def test_a_sealed_version_does_not_change(changed, words):
    first, second = sample("agreement")["versions"]
    with pytest.raises(DocumentError, match=words):
        keep("agreement", versions=[{**first, **changed}, second])
    assert Agreement.objects.get().versions.first().text == first["text"]


def test_a_sealed_version_cannot_be_taken_out():
    with pytest.raises(DocumentError, match=r"version 1 \(en\) may not be taken out"):
        keep("agreement", versions=[])


def test_a_seal_cannot_be_forged():
    first, second = sample("agreement")["versions"]
    keep("agreement", versions=[{**first, "content_hash": "0" * 64}, second])
    assert Agreement.objects.get().versions.first().content_hash == seal_of(1, "en", "Agreement", first["text"])


def test_the_next_version_is_written_and_signed_beside_the_first():
    first, second = sample("agreement")["versions"]
    keep("agreement", versions=[first, {**second, "text": "Written anew."}])
    keep("agreement", versions=[first, {**second, "text": "Written anew.", "signed": "2024"}])
    with pytest.raises(DocumentError, match="frozen"):
        keep("agreement", versions=[first, {**second, "text": "Written again.", "signed": "2024"}])
