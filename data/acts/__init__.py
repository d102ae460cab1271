"""What the office has done lately, and how each act is taken back."""
