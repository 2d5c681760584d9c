"""The trip from files to a published tree."""
