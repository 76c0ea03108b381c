"""The API keeps the promises of its OpenAPI document, whatever it is asked; and the promises are reviewed."""

from pathlib import Path

import pytest
import schemathesis
from django.core.wsgi import get_wsgi_application
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from guildbook.config.api import api

SNAPSHOT = Path(__file__).with_name("paths.txt")
DATES = st.sampled_from(["", "2021", "2023-11", "2023-08-31", "2019~", "../2023-08-31", "2019/2021"])
schemathesis.openapi.format("edtf", DATES)
schemathesis.openapi.format("record", st.sampled_from(["", "place:place-0", "alliance:alliance-1"]))
schema = schemathesis.openapi.from_dict(api.get_openapi_schema())
schema.app = get_wsgi_application()


@schema.parametrize()
@settings(
    max_examples=8,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.filter_too_much, HealthCheck.too_slow],
)
@pytest.mark.django_db
def test_every_answer_is_as_promised(shelf, db, case):
    case.call_and_validate(headers={"Accept-Encoding": "identity"})


def promised():
    """Every operation with what it may be asked and how it may answer, one to a line."""
    for path, operations in api.get_openapi_schema()["paths"].items():
        for method, operation in operations.items():
            asked = sorted(
                parameter["name"] for parameter in operation.get("parameters", []) if parameter["in"] == "query"
            )
            answers = ",".join(str(status) for status in sorted(operation["responses"]))
            yield f"{method.upper()} {path} {operation['operationId']} ({', '.join(asked)}) {answers}"


def test_the_promises_are_those_that_were_reviewed():
    """A change here is seen by everybody who reads the API: write the file anew, and say so in the release notes."""
    assert list(promised()) == SNAPSHOT.read_text().splitlines()


def test_operations_have_names_of_their_own():
    names = [line.split()[2] for line in promised()]
    assert len(names) == len(set(names))


LONG = b"x" * (5 * 1024 * 1024 + 1)


@pytest.mark.parametrize("door", ["read", "check"])
@pytest.mark.parametrize(
    ("body", "kind", "status", "words"),
    [
        (b"", "text/plain", 422, "empty"),
        (b" \n", "text/plain", 422, "empty"),
        (b"\x00\x01", "text/plain", 422, "binary"),
        (b"%PDF-1.7", "text/plain", 422, "binary"),
        ("caf\N{LATIN SMALL LETTER E WITH ACUTE} 2023, ".encode() * 20 + b"\xe9 and more", "text/plain", 422, "UTF-8"),
        (b"[]", "application/json", 422, "JSON"),
        (b"{", "application/json", 422, "JSON"),
        (b"[" * 100_000, "application/json", 422, "JSON"),
        (b'{"text": 1}', "application/json", 422, "JSON"),
        (LONG, "text/plain", 413, "5 MB"),
        (LONG * 2, "text/plain", 413, "5 MB"),
    ],
)
@pytest.mark.django_db
def test_what_is_no_text_is_refused_in_words(shelf, client, door, body, kind, status, words):
    answer = client.post(f"/api/{door}", body, content_type=kind)
    assert answer.status_code == status
    assert words in str(answer.json()["detail"])


@pytest.mark.django_db
def test_a_text_is_read_and_checked(shelf, client):
    text = "Over 800 workers were trained by the two colleges in 2023."
    read = client.post("/api/read", {"text": text}, content_type="application/json").json()["figures"]
    assert next((one["value"], one["qualifier"], text[one["start"] : one["end"]]) for one in read) == (
        800,
        "over",
        "800",
    )
    assert {one["verdict"] for one in read} == {None}
    checked = client.post("/api/check", text, content_type="text/plain").json()["figures"]
    assert [one["value"] for one in checked] == [one["value"] for one in read]
    assert {one["verdict"] for one in checked} <= {"agrees", "differs", "unknown"}
    assert client.get("/api/read").status_code == 405
