"""Detection: a Page in, contact options out; one module a channel."""
