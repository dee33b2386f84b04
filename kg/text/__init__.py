"""Reads documents from files: plain text, JSON Lines, HTML."""
