"""Groups: binding them and what they are told."""
