"""The version, as text and nothing else: `--version` must not read package metadata."""

VERSION = "0.1.0"
