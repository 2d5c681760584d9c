"""A Site becomes Pages."""
