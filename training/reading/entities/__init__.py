"""Trains the readers of people, bodies and places in Russian and Hebrew."""
