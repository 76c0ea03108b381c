"""English: numbers, qualifiers, noun phrases, dates and subjects in prose."""
