"""What a sentence names: each kind in one file, its words in the lexicon."""
