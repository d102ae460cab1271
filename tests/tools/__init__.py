"""Programs that make or check a file of the product."""
