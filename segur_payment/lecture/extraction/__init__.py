"""One extractor per kind of piece."""
