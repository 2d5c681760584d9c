"""Where readers write: one comment provider a file."""
