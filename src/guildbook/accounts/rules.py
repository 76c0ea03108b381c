"""What names people may be known by."""

import unicodedata

# Who acts where no person does; see kit.actors.
RESERVED = frozenset({"guildbook", "public"})


def tidy_name(name: str) -> str:
    """The name as it is kept: one kind of each letter, single spaces, and no letters that cannot be seen."""
    seen = "".join(letter for letter in unicodedata.normalize("NFKC", name) if not _is_unseen(letter))
    return " ".join(seen.split())


def _is_unseen(letter: str) -> bool:
    """Whether a letter is of those by which two names look like one; spaces and line ends are made one space."""
    return unicodedata.category(letter) in {"Cc", "Cf", "Co", "Cs"} and not letter.isspace()
