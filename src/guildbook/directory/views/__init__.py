"""Pages of the directory that say more than the derived ones."""
