"""The porch for editors of posts: the site as it would be, while they write it."""
