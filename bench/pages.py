"""List and alliance pages on the synthetic book: queries against the size of the book, time against a static page.

    python bench/pages.py

The static page is a Django view with the same frame (`base.html`) and nothing of the book in it, asked through the same
middleware in the same run; pages are asked in turn, and each ratio is that of the medians.
"""

import statistics
import tempfile
import time
from pathlib import Path

import synthetic

REPEATS = 15
LISTS = ("organisations", "alliances", "memberships", "programmes", "units", "claims")


def main() -> None:
    """Ask every page in turn and print queries, time and ratio."""
    folder = Path(tempfile.gettempdir()) / "guildbook-bench"
    synthetic.build(folder)
    # Everything of Django is imported once the generator has set it up for the synthetic book.
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext
    from django.urls import path
    from django.views.generic import TemplateView

    from guildbook.alliances.models import Membership
    from guildbook.config import urls

    urls.urlpatterns.append(path("bench-static-page", TemplateView.as_view(template_name="base.html")))
    client = Client(SERVER_NAME="localhost")
    sizes = Membership.objects.values_list("alliance__key")
    by_size = sorted((sizes.filter(alliance__key=key).count(), key) for (key,) in sizes.distinct())
    smallest, largest = by_size[0], by_size[-1]
    pages = {
        "static page": "/bench-static-page",
        **{f"list of {name}": f"/{name}/" for name in LISTS},
        **{f"list of {name}, page 2": f"/{name}/?page=2" for name in LISTS},
        f"alliance of {smallest[0]} members": f"/alliances/{smallest[1]}",
        f"alliance of {largest[0]} members": f"/alliances/{largest[1]}",
    }
    queries: dict[str, int] = {}
    for name, url in pages.items():
        assert client.get(url).status_code == 200, url  # also fills caches before anything is timed
        with CaptureQueriesContext(connection) as captured:
            client.get(url)
        queries[name] = len(captured)
    times: dict[str, list[float]] = {name: [] for name in pages}
    for __ in range(REPEATS):
        for name, url in pages.items():
            began = time.perf_counter()
            client.get(url)
            times[name].append(time.perf_counter() - began)
    base = statistics.median(times["static page"])
    print(f"{'page':36}{'queries':>9}{'ms':>9}{'× static':>10}")
    for name in pages:
        median = statistics.median(times[name])
        print(f"{name:36}{queries[name]:>9}{median * 1000:>9.1f}{median / base:>10.1f}")
    small, large = (f"alliance of {size} members" for size, __ in (smallest, largest))
    print(f"alliance page: {queries[small]} queries for the smallest, {queries[large]} for the largest")


if __name__ == "__main__":
    main()
