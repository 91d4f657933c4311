"""Hardware: each device is a pure decoder and a thin transport under one supervisor."""
