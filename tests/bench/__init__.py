"""What the bot's speed and size are, beside others and beside those of the last release; nothing here is a test."""
