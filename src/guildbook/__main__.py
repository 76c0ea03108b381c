"""The `guildbook` command."""

import os
import sys

from django.core.management import execute_from_command_line


def main() -> None:
    """Run one Guildbook or Django command; `guildbook help` lists them."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "guildbook.config.settings")
    try:
        execute_from_command_line(sys.argv)
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read what was printed has seen enough (`| head`); what is still to be flushed at exit goes nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)


if __name__ == "__main__":
    main()
