"""Files become a Site."""
