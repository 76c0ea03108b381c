"""Reviews: changes that wait for somebody's approval."""
