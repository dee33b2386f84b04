"""Reads the formats of others."""
