"""Models of what a sentence asks for and what an answer means, trained on labelled sentences."""
