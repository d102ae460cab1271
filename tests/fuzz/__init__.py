"""Texts that repeat themselves, put to everything that reads what people write."""
