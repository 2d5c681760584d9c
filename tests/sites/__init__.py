"""Whole example sites, and what is made of them."""
