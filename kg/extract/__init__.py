"""Reads attributions out of texts: who is said to have said what, on which words."""
