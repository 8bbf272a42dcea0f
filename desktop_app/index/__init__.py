"""The full-text index: two engines behind one protocol (`engine`), and what both are made of.

`text` says what a word is, `segments` writes Whoosh's index, `evaluation` answers queries over it, `tantivy` is the
other engine, `hits` finds in a text what a query matched.
"""
