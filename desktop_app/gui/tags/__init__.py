"""The tags as a tree: changing them everywhere, rules that put them on, and suggestions."""
