"""What comes in: updates are received, stored, put in order and handled once."""
