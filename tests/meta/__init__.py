"""What must be written down is written down."""
