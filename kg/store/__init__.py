"""Keeps readings as quads beside their frozen texts."""
