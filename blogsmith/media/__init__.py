"""A source image becomes what is published of it; covers and seals are drawn."""
