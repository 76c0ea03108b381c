"""Sheets: what workbooks and lists do to data, and how to read and write them; plain Python, no Django."""
