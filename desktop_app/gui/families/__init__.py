"""Versions of one article in the window: one row that opens, what differs between two, the search for them."""
