"""What the product knows: training, sessions, history and export; no Qt and no hardware in here."""

__version__ = "0.1.0"
