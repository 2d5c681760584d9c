"""The one trip: read, check, lay out, plan, render, write. Start at `trip.py`."""
