import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request

import pytest
from django.core.management.base import CommandError

from guildbook.portal.management.commands import serve


@contextlib.contextmanager
def taken():
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        held.listen()
        yield held.getsockname()[1]


def test_a_taken_port_that_was_asked_for_is_named():
    with taken() as port, pytest.raises(CommandError, match=str(port)):
        serve.choose_port("127.0.0.1", port)


def test_without_asking_the_next_free_port_is_used(monkeypatch):
    with taken() as port:
        monkeypatch.setattr(serve, "FIRST", port)
        monkeypatch.setattr(serve, "LAST", port + 30)
        assert port < serve.choose_port("127.0.0.1", None) <= port + 30


def test_when_all_are_taken_it_says_so(monkeypatch):
    with taken() as port:
        monkeypatch.setattr(serve, "FIRST", port)
        monkeypatch.setattr(serve, "LAST", port)
        with pytest.raises(CommandError, match="all taken"):
            serve.choose_port("127.0.0.1", None)


def test_a_book_that_is_not_set_up_is_told_how(tmp_path):
    surroundings = {**os.environ, "GUILDBOOK_DATA": str(tmp_path)}
    command = [sys.executable, "-m", "guildbook", "serve"]
    told = subprocess.run(command, check=False, env=surroundings, capture_output=True, text=True, timeout=60)
    assert told.returncode != 0
    assert "guildbook migrate" in told.stderr
    assert "Traceback" not in told.stderr


def test_the_site_is_served_with_its_style_and_without_debug(tmp_path):
    with taken() as port:
        pass
    surroundings = {**os.environ, "GUILDBOOK_DATA": str(tmp_path), "GUILDBOOK_DEBUG": ""}
    command = [sys.executable, "-m", "guildbook"]
    subprocess.run([*command, "migrate", "--verbosity", "0"], env=surroundings, check=True, timeout=120)
    asked = [*command, "serve", "--port", str(port)]
    with subprocess.Popen(asked, env=surroundings, stdout=subprocess.PIPE, text=True) as site:
        try:
            assert site.stdout.readline() == f"Guildbook is at http://127.0.0.1:{port}/\n"
            assert answer(f"http://127.0.0.1:{port}/health") == b"ok\n"
            assert b"--paper" in answer(f"http://127.0.0.1:{port}/static/guildbook.css")
        finally:
            site.send_signal(signal.SIGTERM)
            site.wait(timeout=30)


def answer(url):
    for attempt in range(100):
        try:
            with urllib.request.urlopen(url, timeout=10) as found:  # noqa: S310 - our own site
                return found.read()
        except ConnectionError:
            time.sleep(0.1)
        except urllib.error.URLError:
            time.sleep(0.1 + attempt / 100)
    raise AssertionError(url)
