"""Alembic's scripts: how the schema became what it is, one file a change."""
