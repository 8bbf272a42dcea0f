"""What a whole article tells about the names in it: who is meant by a surname or an acronym, and who is what."""
