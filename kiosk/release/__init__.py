"""Releases: files with everything that one version needs, and how one takes another's place."""
