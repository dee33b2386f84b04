"""The explorer and the endpoints."""
