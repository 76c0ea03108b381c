"""The `guildbook` command."""

import os
import sys

from django.core.management import execute_from_command_line


def main() -> None:
    """Run one Guildbook or Django command; `guildbook help` lists them."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "guildbook.config.settings")
    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
