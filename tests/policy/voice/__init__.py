"""The first-person reader: what counts in English, Korean and Japanese, and how well."""
