"""How the corpus in ``seeds/corpus`` is written, checked and counted."""
