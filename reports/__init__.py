"""Reports: an audit document in, a text out; one module a format. Imports nothing of the project but the model."""
