from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

# A later migration that makes SQLite rebuild the table of documents must make the trigger again: it goes with the table.
TABLE = "CREATE VIRTUAL TABLE search_terms USING fts5(terms, detail='none', columnsize=0, tokenize='ascii')"
TRIGGER = """
CREATE TRIGGER search_document_gone AFTER DELETE ON search_searchdocument BEGIN
    DELETE FROM search_terms WHERE rowid = old.id;
END
"""
SQLITE = [TABLE, TRIGGER]
SQLITE_BACK = ["DROP TRIGGER search_document_gone", "DROP TABLE search_terms"]
# Pinyin is compared without regard to capitals, which only mark its syllables.
COLUMNS = {"spelt": "spelt", "sounds": "UPPER(sounds)", "body": "body"}


def make(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    if schema_editor.connection.vendor == "sqlite":
        for statement in SQLITE:
            schema_editor.execute(statement)
    elif schema_editor.connection.vendor == "postgresql":
        with schema_editor.connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM pg_available_extensions WHERE name = 'pg_trgm'")
            # Without the extension LIKE reads the whole table: slower, and as right.
            if cursor.fetchone()[0]:
                cursor.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm")
                for column, what in COLUMNS.items():
                    cursor.execute(
                        f"CREATE INDEX search_{column} ON search_searchdocument USING gin (({what}) gin_trgm_ops)"
                    )


def take_back(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    if schema_editor.connection.vendor == "sqlite":
        for statement in SQLITE_BACK:
            schema_editor.execute(statement)
    elif schema_editor.connection.vendor == "postgresql":
        for column in COLUMNS:
            schema_editor.execute(f"DROP INDEX IF EXISTS search_{column}")


class Migration(migrations.Migration):
    dependencies = [("search", "0001_documents")]

    operations = [migrations.RunPython(make, take_back)]
