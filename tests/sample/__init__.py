"""The sample blog, built for real and read back: what every blog that blogsmith publishes must hold."""
