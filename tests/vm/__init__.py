"""A Debian in a virtual machine, with a kernel, a systemd and a UDisks2 of its own."""
