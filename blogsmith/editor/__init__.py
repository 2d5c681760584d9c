"""The porch for editors of text: findings while one types, and how to mend them."""
