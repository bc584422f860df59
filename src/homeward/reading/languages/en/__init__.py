"""English words and rules."""
