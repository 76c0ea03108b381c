"""A site of our own: the demo record, loaded once, and served by the command a user would type."""

import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager
from pathlib import Path

import yaml

from conformance.samples import SAMPLES, sample

ROOT = Path(__file__).resolve().parents[2]
STAFF, PASSWORD = "lan", "quiet-river-27"
READY = 30  # seconds; a busy machine takes a while to import everything


def environment(data):
    return {**os.environ, "GUILDBOOK_DATA": str(data), "DJANGO_SUPERUSER_PASSWORD": PASSWORD, "PYTHONUTF8": "1"}


def guildbook(data, *arguments):
    """Run one command on the book in the folder `data`, and hand back what it printed."""
    command = [sys.executable, "-m", "guildbook", *arguments]
    done = subprocess.run(command, env=environment(data), cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def run_all(data, *commands):
    """Run several commands in one process: starting costs more than most of them."""
    code = "import json, sys, django\ndjango.setup()\nfrom django.core.management import call_command\n"
    code += "for command in json.loads(sys.argv[1]): call_command(*command)"
    environ = {**environment(data), "DJANGO_SETTINGS_MODULE": "guildbook.config.settings"}
    subprocess.run([sys.executable, "-c", code, json.dumps(commands)], env=environ, cwd=ROOT, check=True)


def load_demo(data):
    """The demo record and one member of staff, in a new folder."""
    run_all(
        data,
        ["migrate", "--verbosity", "0"],
        ["load", "demo", "--why", "the five-source record"],
        ["createsuperuser", "--noinput", "--username", STAFF, "--email", "lan@example.org"],
    )


def load_samples(data):
    """One full record of every kind beside the demo: the five texts speak of no standard, resource, round or return."""
    room = data / "samples"
    (room / "press").mkdir(parents=True)
    for number, name in enumerate(SAMPLES):
        documents = [sample(name, n) for n in ((0, 1) if name == "place" else (0,))]
        for each in documents:
            if "file" in each:
                (room / each["file"]).write_text(each.pop("text"), encoding="utf-8")
            if "code" in each:
                each["code"] = "1199"  # the sample's own is one of the demo's
            for column in [column for column, value in each.items() if value is None]:
                del each[column]  # a file leaves out what is not known
        copied_out = json.loads(json.dumps(documents))  # rows that are one object would be written as anchors
        text = yaml.safe_dump({"records": name, "documents": copied_out}, allow_unicode=True)
        (room / f"{number:02}-{name}.yaml").write_text(text, encoding="utf-8")
    guildbook(data, "load", str(room), "--why", "one of each")


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def answers(address):
    try:
        with urllib.request.urlopen(f"{address}/health", timeout=5) as answer:  # noqa: S310 - our own server
            return answer.status == 200
    except OSError:
        return False


def start(command, data, out):
    return subprocess.Popen(command, env=environment(data), cwd=ROOT, stdout=out, stderr=out)


@contextmanager
def served(data):
    """The address of the site over `data`, for as long as the block runs."""
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    log = data / "serve.log"
    command = [sys.executable, "-m", "guildbook", "serve", "--port", str(port)]
    with log.open("wb") as out, start(command, data, out) as run:
        try:
            give_up = time.monotonic() + READY
            while not answers(address):
                assert run.poll() is None, log.read_text()
                assert time.monotonic() < give_up, f"no answer within {READY} s\n{log.read_text()}"
                time.sleep(0.1)
            yield address
        finally:
            run.terminate()


def copied(data, to):
    """A second book that starts from the same record; its changes stay its own."""
    return Path(shutil.copytree(data, to, ignore=shutil.ignore_patterns("serve.log")))
