"""The room in which all annotations are listed, filtered, changed and exported."""
