"""Events and what came of them."""
