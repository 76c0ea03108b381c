"""Tests reach this machine and no other."""

import socket

import pytest


def test_another_machine_is_refused():
    with pytest.raises(AssertionError, match=r"tried to reach 192\.0\.2\.1"):
        socket.create_connection(("192.0.2.1", 80), timeout=1)


def test_a_look_up_is_refused():
    with pytest.raises(AssertionError, match=r"tried to reach localhost\.example"):
        socket.getaddrinfo("localhost.example", 80)


def test_this_machine_is_reached():
    with socket.create_server(("127.0.0.1", 0)) as server, socket.create_connection(server.getsockname(), 1) as caller:
        assert caller.getpeername() == server.getsockname()
