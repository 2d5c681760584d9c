"""What an editor with an embargo and a CI with strangers' branches must be able to rely on."""
