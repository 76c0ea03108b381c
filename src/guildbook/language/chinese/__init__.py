"""Chinese, in Simplified and Traditional characters: lexicon and grammar for the engine of `language/prose`."""
