"""The nouns and the interfaces: typed, validated, frozen. Imports nothing of the project."""
