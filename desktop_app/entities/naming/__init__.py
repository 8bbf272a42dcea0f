"""Names across articles: keys under which they are one, and how alike two are that are not. No store, no network."""
