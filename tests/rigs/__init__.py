"""Rigs that take the history's disk away, fill it, damage it and turn its clock, and count."""
