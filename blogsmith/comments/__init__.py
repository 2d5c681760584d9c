"""What readers wrote elsewhere becomes data of the site's own."""
