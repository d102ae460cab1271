"""All wording: what the bot says, in Chinese and English, as HTML for Telegram."""
