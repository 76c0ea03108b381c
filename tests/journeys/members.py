"""People of a member of the demo, for journeys: made on the command line, signed in as they would do it."""

import os
import subprocess
import sys

from playwright.sync_api import expect

from journeys.site import PASSWORD, ROOT, environment

COLLEGE = "guangxi-construction-college"
MAKE = """
import sys, django
django.setup()
from datetime import date
from django.contrib.auth import get_user_model
from guildbook.directory.models import Organisation
from guildbook.mandates.models import Mandate
password, college, *names = sys.argv[1:]
for name in names:
    if not get_user_model().objects.filter(username=name).exists():
        user = get_user_model().objects.create_user(name, password=password)
        held = Organisation.objects.get(key=college)
        Mandate.objects.create(user=user, organisation=held, duty="lead", since=date(2020, 1, 1), given_by="test")
"""


def people(data, *names, of=COLLEGE):
    """See to it that these people can sign in and act for a college."""
    environ = {**environment(data), "DJANGO_SETTINGS_MODULE": "guildbook.config.settings"}
    arguments = [sys.executable, "-c", MAKE, PASSWORD, of, *names]
    subprocess.run(arguments, env={**os.environ, **environ}, cwd=ROOT, check=True)


def enter(page, address, name):
    """Sign somebody in, whoever was signed in before."""
    page.context.clear_cookies()
    page.goto(f"{address}/sign-in")
    page.locator("main [name='login'], main [name='username']").first.fill(name)
    page.locator("main [name='password']").fill(PASSWORD)
    page.locator("main").get_by_role("button", name="Sign in", exact=True).first.click()
    page.wait_for_url(lambda url: "/sign-in" not in url)
    expect(page.get_by_role("main")).to_be_visible()
