"""What counts as a word: folding, cutting, stems, sentences."""
