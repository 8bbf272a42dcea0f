"""What a query matched in a text: marks, snippets, lines of a concordance, likeness."""
