"""What a sentence sets: rules, times and their values."""
