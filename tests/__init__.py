"""The tests. `site.py` writes a whole site from one string and runs the real commands on it."""
