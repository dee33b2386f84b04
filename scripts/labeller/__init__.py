"""How the learned layer of the extractor is trained and measured."""
