"""Pure functions on text: front matter, Markdown, slugs, reading time, the nearest known word."""
