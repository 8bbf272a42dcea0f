"""The list of articles as a table: columns to choose, move and sort by."""
