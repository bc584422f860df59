"""Arabic words and rules."""
