"""Which figure of the book a figure of a text speaks of: plain data in, scores out; no database, no values compared.

The value of a figure never takes part: only what it counts, of whom, and when.
"""
