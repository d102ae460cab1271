"""Programs that make a file of the product, once."""
