"""Full-text search: analysis, the Whoosh index, query evaluation, snippets and facet columns."""
