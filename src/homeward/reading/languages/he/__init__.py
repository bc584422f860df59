"""Hebrew words and rules."""
