"""A Site becomes Pages: addresses, views, feeds. No file is read here and nothing is rendered."""
