"""Types, and nothing else: frozen values that travel between the rooms."""
