"""What a sentence says of statistics returns, their periods and their indicators."""
