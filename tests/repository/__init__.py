"""What the repository itself must hold, beside its code."""
