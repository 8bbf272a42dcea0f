"""The command line: everything the window does, for scripts. It knows nothing of Qt."""
