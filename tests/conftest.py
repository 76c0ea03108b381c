"""What every test gets: no network but this machine, and property tests that repeat in CI."""

import ipaddress
import os
import sys

import hypothesis

# Playwright's synchronous calls run inside an event loop; Django would refuse the database there.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

# Two busy cores make deadlines lie; in CI the same examples are drawn each time, so that a failure can be repeated.
hypothesis.settings.register_profile("here", deadline=None)
hypothesis.settings.register_profile("ci", deadline=None, derandomize=True)
hypothesis.settings.load_profile("ci" if os.environ.get("CI") else "here")


class NetworkError(AssertionError):
    """A test tried to leave this machine."""


def stays_here(host):
    if host in {None, "", "localhost"}:
        return True
    try:
        address = ipaddress.ip_address(host.decode() if isinstance(host, bytes) else host)
    except ValueError:
        return False
    return address.is_loopback or address.is_unspecified


def refuse_network(event, args):
    """Audit hook: sees every connection and look-up in this process, whichever library asks for it."""
    if event == "socket.getaddrinfo":
        host = args[0]
    elif event in {"socket.connect", "socket.sendto"}:
        if not isinstance(args[1], tuple):  # a socket in the file system has a path for an address
            return
        host = args[1][0]
    else:
        return
    if not stays_here(host):
        msg = f"a test tried to reach {host}"
        raise NetworkError(msg)


sys.addaudithook(refuse_network)
