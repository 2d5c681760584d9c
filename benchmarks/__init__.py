"""What blogsmith costs, measured; each file is a benchmark of its own."""
