"""Who may come in, and what is said: the gate, the commands, free text, groups, edits and errors."""
