"""A browser on a published folder: what a reader's machine makes of the pages."""
