"""Learning the weights of the reading engine."""
