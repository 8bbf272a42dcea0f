"""Which articles are versions of one another, and which are about the same in another language."""
