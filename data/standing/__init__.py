"""How each assignment stands, and the summary."""
