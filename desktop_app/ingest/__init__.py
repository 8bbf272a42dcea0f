"""Reading press files: from a path to the articles in it, each with what the file states about it."""
