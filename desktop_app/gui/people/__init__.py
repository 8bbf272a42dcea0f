"""The page of a person or organisation."""
