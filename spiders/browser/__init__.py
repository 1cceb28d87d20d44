"""The browser: pages laid out, controls pressed and paths proved in one Chromium behind a guarded way out."""
