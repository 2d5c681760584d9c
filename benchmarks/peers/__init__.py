"""Other generators on the same corpus: each with its plainest templates, so that it shows its engine at its best."""
