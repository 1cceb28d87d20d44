"""The visitor: pages in; graph, scent, times and journeys out. Imports the model only."""
