"""Looking at people and organisations: who appears where, with whom, when, and as what."""
