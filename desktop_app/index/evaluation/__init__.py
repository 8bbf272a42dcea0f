"""Answers queries over segments with whole arrays."""
