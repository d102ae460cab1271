"""What goes out unasked: the tick, the sender and its limits."""
