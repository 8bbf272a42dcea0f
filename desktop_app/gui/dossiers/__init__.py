"""Dossiers and screenings in the window."""
