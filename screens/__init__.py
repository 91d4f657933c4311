"""Everything drawn; the only Qt users."""
