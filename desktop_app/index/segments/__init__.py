"""Whoosh's index with our own codec: inverting, segment files, merging, commits."""
