"""`guildbook export`: the whole book as one workbook or a folder of documents, which load back as they are."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from guildbook.faces.exporting import export_book


class Command(BaseCommand):
    """Write every record to a file that `guildbook load` reads."""

    help = "Write the whole book to FILE.xlsx, or to a folder of .yaml documents; `guildbook load` reads either."

    def add_arguments(self, parser: CommandParser) -> None:
        """Declare where to write."""
        parser.add_argument("path", type=Path, help="a new FILE.xlsx, or a folder, made if need be, that is empty")

    def handle(self, *args: Any, **options: Any) -> None:
        """Write and say how many records."""
        path: Path = options["path"]
        if path.is_dir() and any(path.iterdir()):
            raise CommandError(f"{path} is not empty: nothing was written")
        try:
            count = export_book(path)
        except OSError as error:
            raise CommandError(f"{path} cannot be written: {error.strerror}") from error
        self.stdout.write(f"{count} records written to {path}")
