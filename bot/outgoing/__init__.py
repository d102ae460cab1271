"""What goes out unasked: the ticker, the sender and the limits."""
