"""What the office did last, shown with the button that takes it back."""
