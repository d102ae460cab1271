"""The conversations, one room for each thing that people do."""
