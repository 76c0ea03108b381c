"""Chromium as a printer: one page of ours, no network, no scripts, a profile that is thrown away, a time limit.

It is driven over a pair of pipes (the DevTools protocol, messages ended by a zero byte), so nothing listens anywhere.
"""

from __future__ import annotations

import base64
import fcntl
import json
import os
import select
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _

# Seconds for everything: starting on a busy machine takes some, a long report a few more.
LIMIT = 60
NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
FLAGS = (
    "--headless",
    "--remote-debugging-pipe",
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-extensions",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--proxy-server=127.0.0.1:9",
)
# File descriptors below this are the ones Chromium wants for itself.
FREE_FROM = 20
# What runs between us and the browser: gives the pipes the numbers it expects. Shells know one-digit numbers only.
BECOME = (
    "import os, sys; os.dup2(int(sys.argv[1]), 3); os.dup2(int(sys.argv[2]), 4); os.execv(sys.argv[3], sys.argv[3:])"
)

# Anybody may ask for a file: a browser each would be more than a small server has room for.
_ONE_AT_A_TIME = threading.Lock()


class PrintingError(RuntimeError):
    """A file could not be made; the message says what an operator can do."""


def found_chromium() -> str:
    """The browser to print with: the one set, else the first found; raises PrintingError naming Debian's package."""
    wanted = str(settings.CHROMIUM)
    for name in (wanted,) if wanted else NAMES:
        if path := shutil.which(name):
            return path
    raise PrintingError(
        _("PDF files and charts need Chromium: install Debian's package “chromium”, or set GUILDBOOK_CHROMIUM.")
    )


class Printer:
    """One page open in one browser."""

    def __init__(self, write: int, read: int, session: str = "") -> None:
        self.write, self.read, self.session = write, read, session
        self.buffer, self.number = b"", 0
        self.told: set[str] = set()
        self.until = time.monotonic() + LIMIT

    def ask(self, method: str, **params: Any) -> dict[str, Any]:
        """Send one command and wait for its answer; raises PrintingError after the time limit."""
        self.number += 1
        message = {"id": self.number, "method": method, "params": params}
        if self.session:
            message["sessionId"] = self.session
        self._send(json.dumps(message).encode() + b"\0")
        while True:
            answer = self._next()
            if answer.get("id") == self.number:
                if "error" in answer:
                    raise PrintingError(_("Chromium refused: %(why)s") % {"why": answer["error"].get("message", "")})
                result: dict[str, Any] = answer.get("result", {})
                return result

    def wait_for(self, event: str) -> None:
        """Wait until the page says so, or said so while we waited for an answer."""
        while event not in self.told:
            self._next()

    def _send(self, data: bytes) -> None:
        while data:
            data = data[os.write(self.write, data) :]

    def _next(self) -> dict[str, Any]:
        while b"\0" not in self.buffer:
            left = self.until - time.monotonic()
            ready = select.select([self.read], [], [], max(left, 0))[0]
            if not ready:
                raise PrintingError(_("Chromium took longer than %(n)s seconds.") % {"n": LIMIT})
            piece = os.read(self.read, 1 << 20)
            if not piece:
                raise PrintingError(_("Chromium ended before the file was made."))
            self.buffer += piece
        message, __, self.buffer = self.buffer.partition(b"\0")
        found: dict[str, Any] = json.loads(message)
        self.told.add(str(found.get("method", "")))
        return found

    def pdf(self, footer: str) -> bytes:
        """The page as a PDF on A4, with page numbers; tagged, so that it can be read aloud."""
        made = self.ask(
            "Page.printToPDF",
            printBackground=True,
            preferCSSPageSize=True,
            displayHeaderFooter=True,
            headerTemplate="<span></span>",
            footerTemplate=footer,
            generateTaggedPDF=True,
            generateDocumentOutline=True,
        )
        return base64.b64decode(made["data"])

    def pictures(self, selector: str) -> list[bytes]:
        """Every element of a selector as a PNG, twice as fine as the screen."""
        root = self.ask("DOM.getDocument")["root"]["nodeId"]
        found = self.ask("DOM.querySelectorAll", nodeId=root, selector=selector)["nodeIds"]
        return [self._picture(node) for node in found]

    def _picture(self, node: int) -> bytes:
        quad = self.ask("DOM.getBoxModel", nodeId=node)["model"]["border"]
        left, top = min(quad[0::2]), min(quad[1::2])
        clip = {"x": left, "y": top, "width": max(quad[0::2]) - left, "height": max(quad[1::2]) - top, "scale": 2}
        made = self.ask("Page.captureScreenshot", format="png", clip=clip, captureBeyondViewport=True)
        return base64.b64decode(made["data"])


@contextmanager
def opened(html: str, style: Path) -> Iterator[Printer]:
    """A page of ours open in a browser of its own; `style` is copied beside it."""
    browser = found_chromium()
    if not _ONE_AT_A_TIME.acquire(timeout=LIMIT):
        raise PrintingError(_("Other files are being made; try again in a minute."))
    try:
        with _page(browser, html, style) as printer:
            yield printer
    finally:
        _ONE_AT_A_TIME.release()


@contextmanager
def _page(browser: str, html: str, style: Path) -> Iterator[Printer]:
    with tempfile.TemporaryDirectory(prefix="guildbook-print-") as room:
        page = Path(room) / "report.html"
        page.write_text(html, encoding="utf-8")
        shutil.copy(style, Path(room) / style.name)
        with _running(browser, room) as printer:
            target = printer.ask("Target.createTarget", url="about:blank")["targetId"]
            printer.session = printer.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
            printer.ask("Emulation.setScriptExecutionDisabled", value=True)
            printer.ask("Page.enable")
            printer.ask("Page.navigate", url=page.as_uri())
            printer.wait_for("Page.loadEventFired")
            yield printer


@contextmanager
def _running(browser: str, room: str) -> Iterator[Printer]:
    """The browser with its pipes; ended, whatever happened, with everything it started."""
    to_read, to_write = os.pipe()
    from_read, from_write = os.pipe()
    # Moved up, so that neither is the 3 or 4 that the other must become.
    theirs = [fcntl.fcntl(end, fcntl.F_DUPFD_CLOEXEC, FREE_FROM) for end in (to_read, from_write)]
    os.close(to_read)
    os.close(from_write)
    flags = [*FLAGS, f"--user-data-dir={room}/profile", *(["--no-sandbox"] if os.geteuid() == 0 else [])]
    command = [sys.executable, "-ISc", BECOME, *map(str, theirs), browser, *flags]
    process = subprocess.Popen(  # noqa: S603 - the browser the operator chose, with flags of our own
        command,
        pass_fds=theirs,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        env={**os.environ, "HOME": room, "XDG_CONFIG_HOME": room, "XDG_CACHE_HOME": room},
    )
    for end in theirs:
        os.close(end)
    try:
        yield Printer(to_write, from_read)
    except BrokenPipeError as error:
        raise PrintingError(_("Chromium ended before the file was made.")) from error
    finally:
        os.close(to_write)
        os.close(from_read)
        _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the browser and its children, which share its session."""
    try:
        os.killpg(process.pid, 15)
        process.wait(timeout=5)
    except (ProcessLookupError, subprocess.TimeoutExpired):
        process.kill()
        process.wait()
