"""The model as RDF: terms, mapping both ways, shapes."""
