"""Reading somebody's own list: what its columns can be, guesses from headings, and its rows as documents."""
