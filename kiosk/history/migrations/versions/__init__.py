"""One script a revision, applied in order; a released one is never edited."""
