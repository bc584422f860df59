"""Homeward: tracing and casework for people who search for the held and the missing.

Importing this package loads nothing heavy; import the room you need (``homeward.names``, ``homeward.reading``, ...).
"""

__version__ = "0.1.0"
