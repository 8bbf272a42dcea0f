"""A small sequence tagger in plain numpy: which words or characters name someone."""
