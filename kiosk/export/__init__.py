"""Files for a laptop."""
