"""How each assignment stands on any day: rows kept with every change, and the lists and cards read from them."""
