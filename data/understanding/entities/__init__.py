"""What a sentence names: one module for each kind, with its words in the lexicon."""
