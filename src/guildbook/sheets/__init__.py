"""Sheets: workbooks and lists of values in and out, in plain Python; what spreadsheets damage is named, not guessed."""
