"""Every device times every fault, on the wire: what was noticed, shown and stored."""
