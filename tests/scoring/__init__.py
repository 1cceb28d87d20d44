"""Tests of findings, fixes and scores."""
