"""Takes documents through all the steps, once each."""
