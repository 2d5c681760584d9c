"""The front door: one command a file. Here alone is printed, exited, and read from clock and environment."""
