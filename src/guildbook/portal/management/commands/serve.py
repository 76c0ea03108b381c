"""`guildbook serve`: the site on this machine, for a demo or behind a proxy."""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.core.wsgi import get_wsgi_application
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from gunicorn.app.base import BaseApplication  # type: ignore[import-untyped]  # gunicorn carries no types

FIRST, LAST = 8000, 8010
WORKERS, THREADS = 2, 4


class Site(BaseApplication):  # type: ignore[misc]  # gunicorn carries no types
    """The WSGI application under gunicorn, with the settings of `serve`."""

    def __init__(self, address: str) -> None:
        self.address = address
        super().__init__()

    def load_config(self) -> None:
        """Two processes of four threads each: enough for an office, and SQLite takes one writer at a time anyway."""
        settings = {
            "bind": self.address,
            "workers": WORKERS,
            "threads": THREADS,
            "worker_class": "gthread",
            "preload_app": True,
            "loglevel": "warning",
        }
        for name, value in settings.items():
            self.cfg.set(name, value)

    def load(self) -> Any:
        """The application; settings are configured already."""
        return get_wsgi_application()


def is_free(host: str, port: int) -> bool:
    """Whether the port can be bound now."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
    return True


def choose_port(host: str, asked: int | None) -> int:
    """The port asked for, or else the first free one from 8000 to 8010; CommandError where there is none."""
    ports = [asked] if asked else range(FIRST, LAST + 1)
    port = next((port for port in ports if is_free(host, port)), None)
    if port is None and asked:
        raise CommandError(f"port {asked} is taken; leave --port out and the next free one is used")
    if port is None:
        raise CommandError(f"the ports {FIRST} to {LAST} are all taken; name another with --port")
    return port


@contextmanager
def working_beside(name: str) -> Iterator[None]:
    """Have one process of a command beside the site, which ends with it.

    `embed` prepares search by meaning, `deliver` sends letters and does the daily duties.
    """
    command = [sys.executable, "-m", "guildbook", name, "--follow", "--child-of", str(os.getpid())]
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL)  # noqa: S603 - our own command, by our own Python
    try:
        yield
    finally:
        process.terminate()
        process.wait()


def check_set_up() -> None:
    """Raise CommandError for a book whose tables are missing or older than this version."""
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        raise CommandError("the book is not set up for this version yet; run: guildbook migrate")
    # Every worker opens its own; a connection must not be shared by processes.
    connection.close()


class Command(BaseCommand):
    """Serve the site until interrupted."""

    help = "Serve the site on this machine, at port 8000 or the next free one."

    def add_arguments(self, parser: CommandParser) -> None:
        """Declare the address."""
        parser.add_argument("--host", default="127.0.0.1", help="address to listen at; this machine only by default")
        parser.add_argument("--port", type=int, help=f"port to listen at; else the first free from {FIRST} to {LAST}")

    def handle(self, *args: Any, **options: Any) -> None:
        """Say where the site is, and serve it."""
        check_set_up()
        host = options["host"]
        port = choose_port(host, options["port"])
        self.stdout.write(f"Guildbook is at http://{host}:{port}/")
        self.stdout.flush()
        with working_beside("embed"), working_beside("deliver"):
            Site(f"{host}:{port}").run()
