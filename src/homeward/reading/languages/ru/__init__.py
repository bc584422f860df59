"""Russian words and rules."""
