"""The types of the content format: one for each kind, and the vocabulary to write them in."""
