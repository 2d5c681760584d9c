"""Findings become text."""
