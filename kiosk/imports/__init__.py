"""What a coach brings back on a stick: read as if by a stranger, shown first, then taken over."""
