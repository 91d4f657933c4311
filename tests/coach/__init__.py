"""Simulated athletes guided by the coach."""
