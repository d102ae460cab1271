"""What the exports say."""
