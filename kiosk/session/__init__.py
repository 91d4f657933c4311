"""The session engine: a pure state machine over events, commands and seconds."""
