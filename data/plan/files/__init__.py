"""Reading plan files, and what rosters share with them (data/people/roster_file.py)."""
