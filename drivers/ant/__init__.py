"""ANT+ straps through openant."""
