"""Whatever is edited, however often: what is published is what a clean build would publish."""
