"""A site becomes what an editor works from: so far the handbook as a text."""
