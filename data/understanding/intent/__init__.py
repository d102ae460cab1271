"""What a sentence asks for and what an answer means, learned from labelled sentences."""
