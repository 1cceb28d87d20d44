"""The capture file: what was gathered, and how pages are read from it."""
