"""The window: Qt widgets over the archive's verbs."""
