"""Fuzzing of everything that reads texts, files and updates."""
