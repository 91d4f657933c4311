"""Training as pure functions: zones, protocols, targets and guidance."""
