"""Tests of the named checks."""
