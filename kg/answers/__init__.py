"""Answers: where a claim comes from and how many distinct origins stand behind it."""
