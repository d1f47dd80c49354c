"""Generator of the example dossiers: ``python examples/generer`` writes the four folders again."""
