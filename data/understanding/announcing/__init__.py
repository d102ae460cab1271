"""What a sentence says of broadcasts and nudges: to whom, when, and which words."""
