"""Cases in Markdown: a site, a command, and what it says."""
