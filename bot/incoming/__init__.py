"""What comes in: updates are heard, stored, put in order and handled once."""
