"""Lines and files an operator writes: what they mean, and what is said when they make no sense."""

import json
import os
import subprocess
import sys

import pytest
from django.core.exceptions import ImproperlyConfigured

from guildbook.config.institutions import institutions
from guildbook.config.mail import mail_settings


def test_mail_to_the_console_or_a_folder(tmp_path):
    assert mail_settings("console", tmp_path) == {"EMAIL_BACKEND": "django.core.mail.backends.console.EmailBackend"}
    assert mail_settings("file", tmp_path)["EMAIL_FILE_PATH"] == tmp_path


@pytest.mark.parametrize(
    ("line", "host", "port", "user", "password", "tls", "ssl"),
    [
        ("smtp://mail.example", "mail.example", 25, "", "", False, False),
        ("smtp://me%40b:p%3A%2Fw@mail.example:2525?tls=1", "mail.example", 2525, "me@b", "p:/w", True, False),
        ("smtp://mail.example?tls=yes", "mail.example", 587, "", "", True, False),
        ("smtps://u:p@mail.example", "mail.example", 465, "u", "p", False, True),
    ],
)
def test_mail_by_smtp(tmp_path, line, host, port, user, password, tls, ssl):
    made = mail_settings(line, tmp_path)
    names = ["HOST", "PORT", "HOST_USER", "HOST_PASSWORD", "USE_TLS", "USE_SSL"]
    assert [made[f"EMAIL_{name}"] for name in names] == [host, port, user, password, tls, ssl]


@pytest.mark.parametrize("line", ["", "pigeon", "http://mail.example", "smtp://", "smtp://u:hush@mail.example:port"])
def test_a_line_that_makes_no_sense_is_told_without_its_password(tmp_path, line):
    with pytest.raises(ImproperlyConfigured, match="GUILDBOOK_MAIL must be") as told:
        mail_settings(line, tmp_path)
    assert "hush" not in str(told.value)


SCHOOL = {
    "id": "school",
    "name": "School 0",
    "server": "https://id.school.example",
    "client_id": "book",
    "secret": "hush",
    "domains": ["school.example"],
}


def kept(tmp_path, said):
    path = tmp_path / "institutions.json"
    path.write_text(said if isinstance(said, str) else json.dumps(said))
    return path


def test_institutions_are_read(tmp_path):
    [app] = institutions(kept(tmp_path, [SCHOOL]))
    assert (app["provider_id"], app["settings"]["domains"]) == ("school", ["school.example"])


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("{", "cannot be read as JSON"),
        ({}, "must hold a list"),
        ([1], "entry 1: is no object"),
        ([SCHOOL, SCHOOL], "same id"),
        ([{**SCHOOL, "domains": []}], "entry 1: lacks domains"),
        ([{**SCHOOL, "domains": ["*"]}], "domains must be a list"),
        ([{**SCHOOL, "domains": "school.example"}], "domains must be a list"),
        ([{**SCHOOL, "server": "http://id.school.example"}], "must be an https address"),
        ([SCHOOL, {**SCHOOL, "id": "A school"}], "entry 2: its id"),
        ([{**SCHOOL, "colour": "red"}], "has colour"),
    ],
)
def test_a_file_that_makes_no_sense_is_told_by_entry(tmp_path, said, told):
    with pytest.raises(ImproperlyConfigured, match=told) as wrong:
        institutions(kept(tmp_path, said))
    assert "hush" not in str(wrong.value)


def test_a_missing_file_is_told(tmp_path):
    with pytest.raises(ImproperlyConfigured, match="cannot be read"):
        institutions(tmp_path / "none.json")


def settings_under(tmp_path, **environ):
    """What the settings say in a process of their own with these variables."""
    code = """import json
from guildbook.config import settings as s
print(json.dumps([s.SESSION_COOKIE_SECURE, s.CSRF_COOKIE_SECURE, s.ALLOWED_HOSTS, s.ADDRESS, s.CSRF_TRUSTED_ORIGINS,
                  s.DEFAULT_FROM_EMAIL, s.ALLAUTH_TRUSTED_PROXY_COUNT, s.SIGN_UP_IS_OPEN,
                  s.SECURE_HSTS_SECONDS > 0]))"""
    known = {name: value for name, value in os.environ.items() if not name.startswith("GUILDBOOK_")}
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**known, "GUILDBOOK_DATA": str(tmp_path), **environ},
        capture_output=True,
        text=True,
        check=False,
    )
    return json.loads(done.stdout) if done.returncode == 0 else done.stderr


def test_without_an_address_the_site_is_for_this_machine(tmp_path):
    secure, csrf, hosts, address, origins, sender, proxies, is_open, strict = settings_under(tmp_path)
    assert (secure, csrf, proxies, is_open, strict, origins) == (False, False, 0, False, False, [])
    assert address == "http://127.0.0.1:8000"
    assert sender == "Guildbook <guildbook@localhost>"
    assert "127.0.0.1" in hosts


def test_an_https_address_makes_cookies_secure(tmp_path):
    said = settings_under(tmp_path, GUILDBOOK_ADDRESS="https://book.example/", GUILDBOOK_SIGN_UP="open")
    secure, csrf, hosts, address, origins, sender, proxies, is_open, strict = said
    assert (secure, csrf, proxies, is_open, strict) == (True, True, 1, True, True)
    assert "book.example" in hosts
    assert (address, origins) == ("https://book.example", ["https://book.example"])
    assert sender == "Guildbook <guildbook@book.example>"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("GUILDBOOK_ADDRESS", "book.example"),
        ("GUILDBOOK_ADDRESS", "https://book.example/here"),
        ("GUILDBOOK_SIGN_UP", "maybe"),
        ("GUILDBOOK_MAIL", "pigeon"),
    ],
)
def test_a_variable_that_makes_no_sense_is_told_by_its_name(tmp_path, name, value):
    assert f"{name} must" in settings_under(tmp_path, **{name: value})
