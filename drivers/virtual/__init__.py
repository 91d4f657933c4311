"""The same devices without hardware: they speak bytes on a pty."""
