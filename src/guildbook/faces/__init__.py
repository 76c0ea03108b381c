"""The faces derived from a record type's declaration: lists, pages, forms, workbooks, JSON-LD, files, API."""
