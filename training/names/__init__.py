"""Learning the name engine's weights, step by step."""
