"""Judgement: journeys, signposts and contact options in; findings, fixes and scores out. Pure functions."""
