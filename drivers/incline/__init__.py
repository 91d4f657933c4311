"""Incline sensors on serial ports."""
