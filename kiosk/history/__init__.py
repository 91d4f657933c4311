"""History on the local disk: schema, one writer, queries."""
