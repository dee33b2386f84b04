"""Shows answers: in the terminal, as a diagram, as a page."""
