"""The verbs: what a reader can do. The only layer that brings the store and the crafts together."""
