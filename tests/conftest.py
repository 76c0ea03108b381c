"""What every test gets: no network but this machine."""

import os
import socket

import pytest

# Playwright's synchronous calls run inside an event loop; Django would refuse the database there.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

LOOPBACK = ("127.", "::1", "localhost")
_connect = socket.socket.connect


def _only_this_machine(self, address):
    if isinstance(address, tuple) and not str(address[0]).startswith(LOOPBACK):
        raise AssertionError(f"a test tried to reach {address[0]}")
    return _connect(self, address)


@pytest.fixture(autouse=True)
def _no_network(monkeypatch):
    monkeypatch.setattr(socket.socket, "connect", _only_this_machine)
