"""People: joining, help, language, deputies, leaving."""
