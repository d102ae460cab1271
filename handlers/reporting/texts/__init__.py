"""Texts of reporting: questions, previews, confirmations and refusals."""
