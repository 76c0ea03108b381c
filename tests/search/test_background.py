"""The quiet process beside the site: it ends when its parent is gone, and with the site."""

import contextlib
import os
import subprocess
import sys

import pytest

from guildbook.portal.management.commands import serve
from guildbook.search.management.commands import embed


def test_it_ends_when_its_parent_is_gone(monkeypatch, db):
    slept = []
    parents = iter([7, 7, 1])
    monkeypatch.setattr(embed.os, "getppid", lambda: next(parents))
    monkeypatch.setattr(embed.time, "sleep", slept.append)
    monkeypatch.setattr(embed.connection, "close", lambda: None)
    embed.Command()._follow(7)
    assert slept == [embed.EVERY, embed.EVERY]


def test_it_embeds_only_while_something_is_missing(monkeypatch, db):
    asked = []
    parents = iter([7, 1])
    monkeypatch.setattr(embed.os, "getppid", lambda: next(parents))
    monkeypatch.setattr(embed.time, "sleep", lambda seconds: None)
    monkeypatch.setattr(embed.connection, "close", lambda: None)
    monkeypatch.setattr(embed, "embed_missing", lambda: asked.append(1))
    embed.Command()._follow(7)
    assert asked == [], "an empty book misses nothing"


@pytest.mark.parametrize("ends", ["by itself", "by an error"])
def test_the_site_takes_it_along(monkeypatch, ends):
    started = []
    quiet = [sys.executable, "-c", "import time; time.sleep(60)"]
    popen = subprocess.Popen

    def start(command, **options):
        assert command[1:] == ["-m", "guildbook", "embed", "--follow", "--child-of", str(os.getpid())]
        started.append(popen(quiet, **options))
        return started[0]

    monkeypatch.setattr(serve.subprocess, "Popen", start)
    with contextlib.suppress(SystemExit), serve.working_beside("embed"):
        assert started[0].poll() is None
        if ends == "by an error":
            sys.exit(0)
    assert started[0].poll() is not None
