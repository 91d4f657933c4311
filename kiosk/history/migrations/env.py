"""Runs the scripts on the connection that kiosk.history.migrate opened, in its transaction."""

from alembic import context

from kiosk.history.schema import Base

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    transactional_ddl=True,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
