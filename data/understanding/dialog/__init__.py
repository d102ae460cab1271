"""What is written while a question is open, whichever question it is."""
