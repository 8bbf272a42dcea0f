"""The truth: one SQLite file, one writer, many readers. `sqlite_utils` is imported here and nowhere else."""
