"""How the score board is measured, drawn and written."""
