"""Lesesaal: a desktop reading room for press archives."""

__version__ = "0.1.0"
