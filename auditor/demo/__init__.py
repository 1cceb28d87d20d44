"""A believable online shop to try an audit on, in two versions from one source."""
