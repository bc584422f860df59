"""Pages; they decide nothing themselves."""
