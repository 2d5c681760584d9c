"""Findings become text: for a terminal, for a machine, in the reader's language."""
