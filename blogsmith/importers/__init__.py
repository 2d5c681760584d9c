"""Another tool's site becomes drafts of our files. Nothing is written here."""
