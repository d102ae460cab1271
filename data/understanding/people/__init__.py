"""What a sentence says of people: who comes, goes or is away, and their telephone numbers."""
