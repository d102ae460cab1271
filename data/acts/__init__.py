"""What the office did last, whatever it was, and how that is taken back."""
