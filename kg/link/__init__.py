"""Finds out who the sources are and which contents say the same."""
