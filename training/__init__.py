"""Scripts that learn the models in the package; never imported by it."""
