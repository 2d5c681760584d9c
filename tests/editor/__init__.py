"""The porch for editors: its parts, and the server as an editor meets it."""
