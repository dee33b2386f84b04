"""Reads documents from files: plain text, JSON Lines, HTML."""

from kg.text.formats import FORMAT_OF_SUFFIX, Reader, Reject
from kg.text.metadata import Metadata

__all__ = ["FORMAT_OF_SUFFIX", "Metadata", "Reader", "Reject"]
