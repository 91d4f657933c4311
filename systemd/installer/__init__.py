"""Puts Switchback onto a Raspberry Pi, and takes it off again; the standard library only."""
