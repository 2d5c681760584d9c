"""A Site becomes findings: the house rules, each a value, held to posts, profiles, the site and the rendered pages."""
