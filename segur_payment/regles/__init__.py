"""THE RULES: one short file per piece, one pure function per code of the catalogue."""
