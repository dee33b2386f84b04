"""The citation graph of a claim."""
