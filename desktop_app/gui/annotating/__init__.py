"""Highlights and notes where they are read: drawn on the page, made at the selection, written in the margin."""
