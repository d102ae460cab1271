"""Where every update enters: the gate, commands, free text, groups, edits and errors."""
