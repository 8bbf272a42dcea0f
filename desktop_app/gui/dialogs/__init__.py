"""The dialogs of the window; none of them blocks it."""
